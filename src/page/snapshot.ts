import { MARK, type Mark, type Snapshot } from '../core/capture/snapshot.ts';
import { classOf, describeError, describeFunction } from './describe.ts';
import {
  bare,
  bigintToString,
  getOwnPropertyDescriptor,
  hasOwn,
  is,
  isArray,
  list,
  min,
  ownKeys,
  ownValue,
  slice,
  symbolToString,
} from './natives.ts';

/** How much of a value is kept. Beyond it the snapshot says how much it left out. */
const MAX_DEPTH = 12;
const MAX_ENTRIES = 200;
const MAX_NODES = 5_000;
const MAX_STRING = 64 * 1024;
/** All strings and keys of one snapshot together, in UTF-16 code units. */
const MAX_TEXT = 512 * 1024;
/** A number of more hexadecimal digits is written in them: turning it into decimal takes the square of the time. */
const MAX_BIGINT = 256;

/** What is left of the allowance of one snapshot, and the objects that it stands within. */
interface Walk {
  nodes: number;
  text: number;
  readonly ancestors: object[];
}

type Entry = readonly [key: string, value: Snapshot];

/**
 * Copies a value of the page: bounded in depth, breadth and size, without calling a getter, and with a mark for
 * everything that JSON would lose or that was left out. Only the traps of a Proxy of the page's can run, since
 * nothing can tell a Proxy from its target.
 *
 * Never throws, whatever the value.
 */
export const snapshot = (value: unknown): Snapshot =>
  take(value, { nodes: MAX_NODES, text: MAX_TEXT, ancestors: list() });

function take(value: unknown, walk: Walk): Snapshot {
  walk.nodes--;
  switch (typeof value) {
    case 'string':
      return takeString(value, walk);
    case 'number':
      return value - value === 0 && !is(value, -0)
        ? value
        : mark({ $mark: 'number', value: is(value, -0) ? '-0' : `${value}` });
    case 'boolean':
      return value;
    case 'undefined':
      return mark({ $mark: 'undefined' });
    case 'bigint':
      return mark({ $mark: 'bigint', value: takeBigint(value) });
    case 'symbol':
      return mark({ $mark: 'symbol', value: slice(symbolToString(value), 0, MAX_STRING) });
    case 'function':
      return mark({ $mark: 'function', value: describeFunction(value) });
    case 'object':
      return value === null ? null : takeObject(value, walk);
  }
}

const mark = (literal: Mark): Mark => bare(literal);

function takeString(value: string, walk: Walk): Snapshot {
  const room = min(walk.text, MAX_STRING);
  walk.text -= min(value.length, room);
  return value.length <= room
    ? value
    : mark({ $mark: 'string', head: slice(value, 0, room), length: value.length });
}

function takeBigint(value: bigint): string {
  const digits = bigintToString(value, 16);
  return digits.length <= MAX_BIGINT ? bigintToString(value, 10) : `0x${slice(digits, 0, MAX_BIGINT)}…`;
}

function takeObject(value: object, walk: Walk): Snapshot {
  const { ancestors } = walk;
  const depth = ancestors.length;
  for (let i = 0; i < depth; i++) {
    if (ancestors[i] === value) return mark({ $mark: 'cycle', value: depth - i });
  }
  try {
    if (isArray(value)) return depth < MAX_DEPTH ? takeArray(value, walk) : mark({ $mark: 'deep' });
    const kind = classOf(value);
    if (typeof kind !== 'string') return mark(kind);
    return depth < MAX_DEPTH ? takeFields(value, kind, walk) : mark({ $mark: 'deep' });
  } catch (error) {
    return mark({ $mark: 'threw', value: describeError(error) });
  } finally {
    ancestors.length = depth;
  }
}

function takeArray(array: readonly unknown[], walk: Walk): Snapshot {
  walk.ancestors[walk.ancestors.length] = array;
  const items = list<Snapshot>();
  const length = ownValue(array, 'length');
  if (typeof length !== 'number') return items;
  for (let i = 0; i < length && i < MAX_ENTRIES && walk.nodes > 0; i++)
    items[i] = takeProperty(array, i, walk);
  const more = length - items.length;
  return more === 0 ? items : mark({ $mark: 'array', items, more });
}

/** The own enumerable properties with a string key, as JSON takes them. */
function takeFields(object: object, name: string, walk: Walk): Snapshot {
  walk.ancestors[walk.ancestors.length] = object;
  const keys = ownKeys(object);
  const entries = list<Entry>();
  let more = 0;
  let plain = name === 'Object';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'string') continue;
    if (entries.length >= MAX_ENTRIES || walk.nodes <= 0 || key.length > walk.text) {
      more++;
      continue;
    }
    if (!isEnumerable(object, key)) continue;
    walk.text -= key.length;
    if (key === MARK || key === '__proto__') plain = false;
    entries[entries.length] = bare([key, takeProperty(object, key, walk)] as const);
  }
  return plain && more === 0 ? toRecord(entries) : mark({ $mark: 'object', name, entries, more });
}

function isEnumerable(object: object, key: string): boolean {
  try {
    return getOwnPropertyDescriptor(object, key)?.enumerable === true;
  } catch {
    // A Proxy that threw: `takeProperty` asks again and says so.
    return true;
  }
}

function takeProperty(object: object, key: string | number, walk: Walk): Snapshot {
  try {
    const descriptor = getOwnPropertyDescriptor(object, key);
    if (!descriptor) return take(undefined, walk);
    return hasOwn(descriptor, 'value') ? take(descriptor.value, walk) : mark({ $mark: 'getter' });
  } catch (error) {
    return mark({ $mark: 'threw', value: describeError(error) });
  }
}

function toRecord(entries: readonly Entry[]): Snapshot {
  const record: Record<string, Snapshot> = bare({});
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (entry) record[entry[0]] = entry[1];
  }
  return record;
}

import { MARK, type Mark, type Snapshot } from '../core/capture/snapshot.ts';
import { classOf, describeError, describeFunction, label, textMark } from './describe.ts';
import {
  bare,
  bigintToString,
  getOwnPropertyDescriptor,
  hasOwn,
  is,
  isArray,
  lengthOf,
  list,
  min,
  ownKeys,
  slice,
  toText,
} from './natives.ts';

/** How much of a value is kept. Beyond it the snapshot says how much it left out. */
const MAX_DEPTH = 12;
const MAX_ENTRIES = 200;
const MAX_NODES = 5_000;
const MAX_STRING = 64 * 1024;
/** All strings and keys together, in UTF-16 code units. */
const MAX_TEXT = 512 * 1024;
/** A number of more hexadecimal digits is written in them: turning it into decimal takes the square of the time. */
const MAX_BIGINT = 256;

/** What is left of an allowance, and the objects that the walk stands within. */
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
 *
 * @param walk what values that belong together, such as the arguments of one call, share
 */
export const snapshot = (value: unknown, walk = allowance()): Snapshot => take(value, walk);

export const allowance = (): Walk => ({ nodes: MAX_NODES, text: MAX_TEXT, ancestors: list() });

function take(value: unknown, walk: Walk): Snapshot {
  walk.nodes--;
  switch (typeof value) {
    case 'string':
      return takeString(value, walk);
    case 'number':
      return value - value === 0 && !is(value, -0)
        ? value
        : textMark('number', is(value, -0) ? '-0' : `${value}`);
    case 'boolean':
      return value;
    case 'undefined':
      return mark({ $mark: 'undefined' });
    case 'bigint':
      return textMark('bigint', takeBigint(value));
    case 'symbol':
      return textMark('symbol', label(toText(value)));
    case 'function':
      return textMark('function', describeFunction(value));
    case 'object':
      return value === null ? null : takeObject(value, walk);
  }
}

const mark: (literal: Mark) => Mark = bare;

function takeString(value: string, walk: Walk): Snapshot {
  const room = min(walk.text, MAX_STRING);
  walk.text -= min(value.length, room);
  return value.length <= room
    ? value
    : mark({ $mark: 'string', head: slice(value, 0, room), length: value.length });
}

function takeBigint(value: bigint): string {
  const digits = bigintToString(value, 16);
  return digits.length <= MAX_BIGINT ? `${value}` : `0x${slice(digits, 0, MAX_BIGINT)}…`;
}

function takeObject(value: object, walk: Walk): Snapshot {
  const { ancestors } = walk;
  const depth = ancestors.length;
  for (let i = 0; i < depth; i++) {
    if (ancestors[i] === value) return mark({ $mark: 'cycle', value: depth - i });
  }
  if (depth >= MAX_DEPTH) return mark({ $mark: 'deep' });
  ancestors[depth] = value;
  try {
    if (isArray(value)) return takeArray(value, walk);
    const kind = classOf(value);
    return typeof kind === 'string' ? takeFields(value, kind, walk) : mark(kind);
  } catch (error) {
    return textMark('threw', describeError(error));
  } finally {
    ancestors.length = depth;
  }
}

function takeArray(array: readonly unknown[], walk: Walk): Snapshot {
  const items = list<Snapshot>();
  const length = lengthOf(array);
  for (let i = 0; i < length && i < MAX_ENTRIES && walk.nodes > 0; i++) {
    const item = takeProperty(array, i, walk);
    // A hole.
    items[i] = item === undefined ? take(item, walk) : item;
  }
  const more = length - items.length;
  return more === 0 ? items : mark({ $mark: 'array', items, more });
}

/** The own enumerable properties with a string key, as JSON takes them. */
function takeFields(object: object, name: string, walk: Walk): Snapshot {
  const keys = ownKeys(object);
  const entries = list<Entry>();
  const record: Record<string, Snapshot> = bare({});
  let more = 0;
  let plain = name === 'Object';
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (typeof key !== 'string') continue;
    if (entries.length >= MAX_ENTRIES || walk.nodes <= 0 || key.length > walk.text) {
      more++;
      continue;
    }
    const value = takeProperty(object, key, walk);
    if (value === undefined) continue;
    walk.text -= key.length;
    if (key === MARK || key === '__proto__') plain = false;
    entries[entries.length] = bare([key, value] as const);
    record[key] = value;
  }
  return plain && more === 0 ? record : mark({ $mark: 'object', name, entries, more });
}

/** @returns `undefined` when there is no such property, or none that JSON would take */
function takeProperty(object: object, key: string | number, walk: Walk): Snapshot | undefined {
  try {
    const descriptor = getOwnPropertyDescriptor(object, key);
    if (!descriptor?.enumerable) return undefined;
    return hasOwn(descriptor, 'value') ? take(descriptor.value, walk) : mark({ $mark: 'getter' });
  } catch (error) {
    return textMark('threw', describeError(error));
  }
}

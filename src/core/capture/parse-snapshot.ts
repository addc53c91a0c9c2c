import { type Fields, isCount, isFields, isName, isText } from './guards.ts';
import { MARK, type Mark, type Snapshot } from './snapshot.ts';

/** Deepest snapshot taken: everyone after the parser may recurse over snapshots without a guard of their own. */
const MAX_DEPTH = 100;

/**
 * A copy of an untrusted snapshot.
 * @returns `undefined` when it is none: too deep, a number that JSON cannot say, an unknown mark, or a plain object
 * with a key `__proto__` (a snapshot writes such an object as a mark).
 */
export function parseSnapshot(value: unknown, depth = 0): Snapshot | undefined {
  switch (typeof value) {
    case 'string':
      return isText(value) ? value : undefined;
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'object':
      if (value === null) return null;
      if (depth >= MAX_DEPTH) return undefined;
      if (Array.isArray(value)) return parseSnapshots(value, depth);
      return isFields(value) ? parseObject(value, depth) : undefined;
    default:
      return undefined;
  }
}

/** Each item parsed, or `undefined` when it is not an array or one of them is no snapshot. */
export function parseSnapshots(value: unknown, depth = 0): readonly Snapshot[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: Snapshot[] = [];
  // By index, so that a hole is seen as `undefined` and refused.
  for (let i = 0; i < value.length; i++) {
    const item = parseSnapshot(value[i], depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function parseObject(value: Fields, depth: number): Snapshot | undefined {
  if (Object.hasOwn(value, MARK)) return parseMark(value, depth);
  const copy: Record<string, Snapshot> = {};
  for (const key of Object.keys(value)) {
    const item = key === '__proto__' ? undefined : parseSnapshot(value[key], depth + 1);
    if (item === undefined) return undefined;
    copy[key] = item;
  }
  return copy;
}

const SPECIAL_NUMBERS: readonly unknown[] = ['NaN', 'Infinity', '-Infinity', '-0'];

function parseMark(mark: Fields, depth: number): Mark | undefined {
  const { $mark, value } = mark;
  switch ($mark) {
    case 'undefined':
    case 'promise':
    case 'getter':
    case 'deep':
    case 'redacted':
      return { $mark };
    case 'number':
      return isName(value) && SPECIAL_NUMBERS.includes(value) ? { $mark, value } : undefined;
    case 'bigint':
    case 'symbol':
    case 'function':
    case 'date':
    case 'node':
    case 'error':
    case 'threw':
    case 'other':
      return isText(value) ? { $mark, value } : undefined;
    case 'cycle':
      return isCount(value) ? { $mark, value } : undefined;
    case 'string':
      return isText(mark.head) && isCount(mark.length)
        ? { $mark, head: mark.head, length: mark.length }
        : undefined;
    case 'object':
      return parseObjectMark(mark, depth);
    case 'array':
      return parseArrayMark(mark, depth);
    default:
      return undefined;
  }
}

function parseObjectMark({ name, entries, more }: Fields, depth: number): Mark | undefined {
  if (!isText(name) || !isCount(more) || !Array.isArray(entries)) return undefined;
  const copy: [string, Snapshot][] = [];
  for (const entry of entries) {
    if (!Array.isArray(entry) || entry.length !== 2) return undefined;
    const key: unknown = entry[0];
    const value = parseSnapshot(entry[1], depth + 1);
    if (!isText(key) || value === undefined) return undefined;
    copy.push([key, value]);
  }
  return { $mark: 'object', name, entries: copy, more };
}

function parseArrayMark({ items, more }: Fields, depth: number): Mark | undefined {
  const copy = parseSnapshots(items, depth);
  return copy && isCount(more) ? { $mark: 'array', items: copy, more } : undefined;
}

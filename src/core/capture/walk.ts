import { MARK, type Mark, type Snapshot } from './snapshot.ts';

type PlainObject = { readonly [key: string]: Snapshot };

const isObject = (value: Snapshot): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MARK_KINDS: ReadonlySet<string> = new Set<Mark['$mark']>([
  'undefined',
  'number',
  'bigint',
  'symbol',
  'function',
  'date',
  'node',
  'error',
  'promise',
  'getter',
  'threw',
  'cycle',
  'deep',
  'string',
  'object',
  'array',
  'other',
  'redacted',
]);

/** The mark that a snapshot is, or `null` for a plain JSON value. */
export function markOf(value: Snapshot): Mark | null {
  if (!isObject(value)) return null;
  // Looked up before it is asked whose it is: nearly every object has no such property at all.
  const kind = value[MARK];
  // The parsers at the border refuse marks of another form, so the name alone tells.
  return typeof kind === 'string' && MARK_KINDS.has(kind) && Object.hasOwn(value, MARK)
    ? (value as Mark)
    : null;
}

/** The entries of an object (plain, or marked as a class instance); `null` for anything else. */
export function entriesOf(value: Snapshot | undefined): readonly (readonly [string, Snapshot])[] | null {
  if (value === undefined || !isObject(value)) return null;
  const mark = markOf(value);
  if (mark) return mark.$mark === 'object' ? mark.entries : null;
  return Object.entries(value);
}

/** Whether {@link entriesOf} has entries to tell, be there none. */
export function isRecord(value: Snapshot | undefined): boolean {
  if (value === undefined || !isObject(value)) return false;
  const mark = markOf(value);
  return mark === null || mark.$mark === 'object';
}

/** The items of an array, as far as they were kept; `null` for anything else. */
export function itemsOf(value: Snapshot | undefined): readonly Snapshot[] | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value;
  const mark = markOf(value);
  return mark?.$mark === 'array' ? mark.items : null;
}

/** The value of an object's own key; `undefined` where there is none. */
export function field(value: Snapshot | undefined, key: string): Snapshot | undefined {
  if (value === undefined || !isObject(value)) return undefined;
  const mark = markOf(value);
  if (mark) return mark.$mark === 'object' ? mark.entries.find(([name]) => name === key)?.[1] : undefined;
  const item = value[key];
  return item !== undefined && Object.hasOwn(value, key) ? item : undefined;
}

/** A non-empty string, or `undefined`. */
export function textOf(value: Snapshot | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether two snapshots say the same. */
export function sameValue(a: Snapshot, b: Snapshot): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

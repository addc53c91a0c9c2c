/**
 * Guards over values that came from a page or from a file. They are written by hand, not interpreted from a schema:
 * thousands of events a second pass through them in the page's own process.
 */

/** A plain object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Longest string taken, in UTF-16 code units: well above what the page script keeps of a frame. */
const MAX_TEXT = 16 * 1024 * 1024;
/** Longest name taken: of a global, a method, a header, a document. */
const MAX_NAME = 4096;
/** The last millisecond that a `Date` can hold. */
const MAX_TIME = 8.64e15;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME;
}

/** A number of something: an integer from 0. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= MAX_TIME;
}

export function isOptional<T>(value: unknown, guard: (value: unknown) => value is T): value is T | undefined {
  return value === undefined || guard(value);
}

/** A flag that is either absent or `true`. */
export function isFlag(value: unknown): value is true | undefined {
  return value === undefined || value === true;
}

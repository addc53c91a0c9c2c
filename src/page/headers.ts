import {
  attempt,
  bare,
  getOwnPropertyDescriptor,
  isArray,
  isObject,
  list,
  min,
  ownKeys,
  ownValue,
  slice,
  uncurry,
} from './natives.ts';

export type HeaderList = (readonly [name: string, value: string])[];

const MAX_HEADERS = 100;
const MAX_NAME = 200;
const MAX_VALUE = 16 * 1024;

type Visit = (value: string, name: string) => void;
const forEach: (headers: object, visit: Visit) => void = uncurry(Headers.prototype.forEach);
const get: (headers: object, name: string) => string | null = uncurry(Headers.prototype.get);
const getContentType = (headers: object): string | null => get(headers, 'content-type');

/** The headers in whatever form `fetch` takes them, as far as they can be read without running code of the page. */
export function headersOf(given: unknown): HeaderList {
  const headers: HeaderList = list();
  if (!isObject(given)) return headers;
  const add = (name: unknown, value: unknown): void => addHeader(headers, name, value);
  if (attempt(getContentType, given) !== undefined) {
    forEach(given, (value, name) => add(name, value));
    return headers;
  }
  const isList = isArray(given);
  const keys = ownKeys(given);
  for (let i = 0; i < min(keys.length, MAX_HEADERS); i++) {
    const key = keys[i];
    if (key === undefined || !getOwnPropertyDescriptor(given, key)?.enumerable) continue;
    const value = ownValue(given, key);
    if (!isList) add(key, value);
    else if (isObject(value)) add(ownValue(value, 0), ownValue(value, 1));
  }
  return headers;
}

export function addHeader(headers: HeaderList, name: unknown, value: unknown): void {
  if (typeof name !== 'string' || isObject(value) || typeof value === 'symbol') return;
  if (headers.length >= MAX_HEADERS) return;
  headers[headers.length] = bare([slice(name, 0, MAX_NAME), slice(`${value}`, 0, MAX_VALUE)] as const);
}

/** The media type of a message, `''` when it has none. */
export const contentTypeOf = (headers: object): string => getContentType(headers) ?? '';

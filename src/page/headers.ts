import { bare, isArray, isObject, list, ownKeys, ownValue, uncurry } from './natives.ts';
import { snapshot } from './snapshot.ts';

export type HeaderList = (readonly [name: string, value: string])[];

const MAX_HEADERS = 100;

type Visit = (value: string, name: string) => void;
const forEach: (headers: unknown, visit: Visit) => void = uncurry(Headers.prototype.forEach);

/** The headers in whatever form `fetch` takes them, as far as they can be read without running code of the page. */
export function headersOf(given: unknown): HeaderList {
  const headers: HeaderList = list();
  if (!isObject(given)) return headers;
  try {
    forEach(given, (value, name) => addHeader(headers, name, value));
    return headers;
  } catch {
    // No `Headers`.
  }
  const fields = snapshot(given);
  if (!isObject(fields)) return headers;
  const keys = ownKeys(fields);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const value = ownValue(fields, key);
    if (isArray(value)) addHeader(headers, value[0], value[1]);
    else if (!isArray(fields)) addHeader(headers, key, value);
  }
  return headers;
}

export function addHeader(headers: HeaderList, name: unknown, value: unknown): void {
  if (typeof name !== 'string' || isObject(value) || typeof value === 'symbol') return;
  if (headers.length >= MAX_HEADERS) return;
  headers[headers.length] = bare([name, `${value}`] as const);
}

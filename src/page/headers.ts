import type { Snapshot } from '../core/capture/snapshot.ts';
import { list, uncurry } from './natives.ts';
import { snapshot } from './snapshot.ts';

const MAX_HEADERS = 100;

type Visit = (value: string, name: string) => void;
const forEach: (headers: unknown, visit: Visit) => void = uncurry(Headers.prototype.forEach);

/** The headers in whatever form `fetch` takes them: pairs out of `Headers`, and anything else as it was given. */
export function headersOf(given: unknown): Snapshot {
  try {
    const headers = list<Snapshot>();
    forEach(given, (value, name) => addHeader(headers, name, value));
    return headers;
  } catch {
    return snapshot(given);
  }
}

export function addHeader(headers: Snapshot[], name: unknown, value: unknown): void {
  if (headers.length < MAX_HEADERS) headers[headers.length] = snapshot([name, value]);
}

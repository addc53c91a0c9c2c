import { type Fields, isFields, isName, isText } from '../core/capture/guards.ts';
import { MARK } from '../core/capture/snapshot.ts';

type Header = readonly [name: string, value: string];

/**
 * The fields of a row that the page script left as they were given to `fetch`, `open` or `WebSocket`: the method, the headers
 * and the sub-protocols, each read as the browser does. What can only be read by running code of the page is left out.
 */
export function readGiven({ kind, method, headers, protocols }: Fields): Fields {
  if (kind === 'request')
    return { method: readMethod(method), headers: pairsIn(headers).flatMap(readHeader) };
  if (kind === 'socket' && protocols !== undefined) return { protocols: [protocols].flat().filter(isName) };
  return {};
}

/** The method that is meant, in upper case, as it leaves if it is one of the usual. */
const readMethod = (given: unknown): string => (isText(given) ? given.toUpperCase() : 'GET');

/** @param given the snapshot of a list of pairs, of an object, or of anything else */
function pairsIn(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  if (!isFields(given)) return [];
  if (given[MARK] === undefined) return Object.entries(given);
  // Both are marks that say what they left out.
  const kept = given[MARK] === 'array' ? given.items : given.entries;
  return Array.isArray(kept) ? kept : [];
}

function readHeader(pair: unknown): readonly Header[] {
  if (!Array.isArray(pair)) return [];
  const [name, value]: readonly unknown[] = pair;
  const text = readValue(value);
  return isName(name) && text !== undefined ? [[name, text]] : [];
}

/** The text that a value becomes, where that takes no code of the page's. */
function readValue(value: unknown): string | undefined {
  if (!isFields(value)) return value === undefined || Array.isArray(value) ? undefined : `${value}`;
  switch (value[MARK]) {
    case 'undefined':
      return 'undefined';
    case 'number':
    case 'bigint':
      return isText(value.value) ? value.value : undefined;
    case 'string':
      return isText(value.head) ? value.head : undefined;
    default:
      return undefined;
  }
}

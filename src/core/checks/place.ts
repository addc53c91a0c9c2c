import { formatSnapshot, joinPath } from '../capture/display.ts';
import type { CallEvent } from '../capture/event.ts';
import type { Sighting } from '../trace/trace.ts';

/** Where an attribute was seen, in the page's words. */

/** A path that begins in another argument than the first: `[2].messaging.customAttributes`. */
const ARGUMENT = /^\[(\d+)\]\.?(.*)$/s;

/**
 * The path of a sighting, for a person to read. What stands in an argument of its own is named by the call, as the page
 * writes that: `crm_customer_id in cxone("chat", "setContactCustomField", …)`.
 */
export function placeOf(sighting: Sighting): string {
  const { name, call } = partsOf(sighting);
  return call === null ? name : `${name} in ${call}`;
}

/** `crm_customer_id: "CRM-882910"`, and the call that it stands in where the path alone would not tell. */
export function written(sighting: Sighting): string {
  const { name, call } = partsOf(sighting);
  const text = `${name}: ${formatSnapshot(sighting.value, 80)}`;
  return call === null ? text : `${text} in ${call}`;
}

/** Whether the place of a sighting names the call that it stands in. */
export const namesCall = (sighting: Sighting): boolean => partsOf(sighting).call !== null;

function partsOf({ event, path, key }: Sighting): { readonly name: string; readonly call: string | null } {
  const [, index, rest = ''] = event.kind === 'call' ? (ARGUMENT.exec(path) ?? []) : [];
  if (event.kind !== 'call' || index === undefined) return { name: path, call: null };
  return { name: rest === '' ? joinPath('', key) : rest, call: callUpTo(event, Number(index), key) };
}

/** The words of a call before the argument in question, without the key: `Genesys("command", "Database.set", …)`. */
function callUpTo({ api, method, args }: CallEvent, index: number, key: string): string {
  const words = args.slice(0, index).filter((arg) => typeof arg === 'string' && arg !== key);
  const callee = method === '' ? api : `${api}.${method}`;
  return `${callee}(${[...words.map((word) => formatSnapshot(word, 40)), '…'].join(', ')})`;
}

import { formatSnapshot, joinPath } from '../capture/display.ts';
import type { CallEvent } from '../capture/event.ts';
import type { Sighting } from '../trace/trace.ts';

/** Where an attribute was seen, in the page's words. */

/** A path that begins in another argument than the first: `[2].messaging.customAttributes`. */
const ARGUMENT = /^\[(\d+)\]\.?(.*)$/s;

/**
 * The path of a sighting, for a person to read. What stands in another argument than the first is named by the call, as
 * the page writes that: `messaging.customAttributes.id in Genesys("command", "Database.set", …)`.
 */
export function placeOf(sighting: Sighting): string {
  const { path, call } = partsOf(sighting);
  if (call === null) return path;
  return path === '' ? call : `${path} in ${call}`;
}

/**
 * `attributes.custom.crm_customer_id: "CRM-882910"`, and what the path alone would not tell: the key, where it is the
 * name of an item in a list, and the call.
 */
export function written(sighting: Sighting): string {
  const { path, call } = partsOf(sighting);
  const own = joinPath('', sighting.key);
  const tells = path === own || path.endsWith(own.startsWith('[') ? own : `.${own}`);
  const text = `${tells ? path : own}: ${formatSnapshot(sighting.value, 80)}`;
  const places = [...(tells || path === '' ? [] : [`at ${path}`]), ...(call === null ? [] : [`in ${call}`])];
  return [text, ...places].join(' ');
}

/** Whether the place of a sighting names the call that it stands in. */
export const namesCall = (sighting: Sighting): boolean => partsOf(sighting).call !== null;

function partsOf({ event, path, key }: Sighting): { readonly path: string; readonly call: string | null } {
  const [, index, rest = ''] = event.kind === 'call' ? (ARGUMENT.exec(path) ?? []) : [];
  if (event.kind !== 'call' || index === undefined) return { path, call: null };
  return { path: rest, call: callUpTo(event, Number(index), key) };
}

/** The words of a call before the argument in question, without the key: `Genesys("command", "Database.set", …)`. */
function callUpTo({ api, method, args }: CallEvent, index: number, key: string): string {
  const words = args.slice(0, index).filter((arg) => typeof arg === 'string' && arg !== key);
  const callee = method === '' ? api : `${api}.${method}`;
  return `${callee}(${[...words.map((word) => formatSnapshot(word, 40)), '…'].join(', ')})`;
}

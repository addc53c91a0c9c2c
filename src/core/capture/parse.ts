import type { DocumentEvent, DocumentInfo } from './event.ts';
import { isCount, isFields, isFlag, isName, isText, isTime } from './guards.ts';
import type { Cost, EventsMessage, Taps, WatchMessage } from './link.ts';
import { parseDocumentEvent } from './parse-event.ts';

/** Most documents that one `watch` message may name. */
const MAX_DOCUMENTS = 10_000;

/**
 * The panel's parser of what a relay sent.
 * @returns `null` when the envelope is not an `events` message; otherwise a copy with the events that are sound and
 * in order of `seq`, and how many were left out.
 */
export function parseEventsMessage(value: unknown): { message: EventsMessage; malformed: number } | null {
  if (!isFields(value) || value.type !== 'cxone-payload/events') return null;
  const document = parseDocumentInfo(value.document);
  const cost = value.cost === undefined ? {} : parseCost(value.cost);
  if (!document || !Array.isArray(value.events) || !isCount(value.lost) || !cost) return null;
  const events: DocumentEvent[] = [];
  let last = -1;
  for (const item of value.events) {
    const event = parseDocumentEvent(item);
    if (!event || event.seq <= last) continue;
    last = event.seq;
    events.push(event);
  }
  return {
    message: { type: 'cxone-payload/events', document, events, lost: value.lost, ...cost },
    malformed: value.events.length - events.length,
  };
}

/** A copy of an untrusted {@link Cost} as the part of a message, or `null` when it is none. */
function parseCost(value: unknown): { cost: Cost } | null {
  if (!isFields(value)) return null;
  const { batches, characters, spent } = value;
  return isCount(batches) && isCount(characters) && isTime(spent)
    ? { cost: { batches, characters, spent } }
    : null;
}

/** The relay's parser of what a panel sent; `null` when it is not a `watch` message. */
export function parseWatchMessage(value: unknown): WatchMessage | null {
  if (!isFields(value) || value.type !== 'cxone-payload/watch' || !isFields(value.since)) return null;
  const ids = Object.keys(value.since);
  if (ids.length > MAX_DOCUMENTS) return null;
  // Without a prototype, so that no id finds what the page or the language put there.
  const since: Record<string, number> = Object.create(null);
  for (const id of ids) {
    const from = value.since[id];
    if (!isName(id) || !isCount(from)) return null;
    since[id] = from;
  }
  return { type: 'cxone-payload/watch', since };
}

/** Most globals that a site's mapping may add. */
const MAX_GLOBALS = 100;

/** The relay's parser of what a panel stored; `null` when it is not {@link Taps}. */
export function parseTaps(value: unknown): Taps | null {
  if (!isFields(value) || !Array.isArray(value.globals) || !isText(value.urls)) return null;
  const globals = value.globals.slice(0, MAX_GLOBALS).filter(isName);
  return { globals, urls: value.urls };
}

/** A copy of an untrusted {@link DocumentInfo}, or `null` when it is none. */
export function parseDocumentInfo(value: unknown): DocumentInfo | null {
  if (!isFields(value)) return null;
  const { id, url, top, wire } = value;
  if (!isName(id) || !isText(url) || typeof top !== 'boolean' || !isFlag(wire)) return null;
  return { id, url, top, ...(wire && { wire }) };
}

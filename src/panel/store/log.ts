import type { CapturedEvent, DocumentEvent, DocumentInfo, NoticeEvent } from '../../core/capture/event.ts';
import type { Cost, EventsMessage } from '../../core/capture/link.ts';
import { weigh } from '../../core/capture/weigh.ts';
import { merge } from './merge.ts';
import { Prefix } from './prefix.ts';

/** What has been received of one document. */
export interface DocumentLog {
  readonly info: DocumentInfo;
  /** The number that its next event must have. */
  readonly next: number;
  /** How many of its events fell out of the relay's ring before they came here, and how many of these were cleared away. */
  readonly lost: number;
  readonly cleared: number;
  /** When the first event happened that came after the last of the lost ones; 0 when none was lost. */
  readonly lostUntil: number;
  /** The first number of a batch that was refused because events before it are missing. */
  readonly refused: number | null;
  /** What observing it has cost so far. */
  readonly cost: Cost | null;
}

/** A socket that a hook saw begin. */
export interface HookedSocket {
  readonly url: string;
  readonly time: number;
}

/** Everything received from the inspected tab, in order of time. */
export interface Log {
  readonly documents: ReadonlyMap<string, DocumentLog>;
  readonly events: Prefix<CapturedEvent>;
  /** The tab's top document, once it has spoken. */
  readonly top: DocumentInfo | null;
  /** Documents of a page that was left: what they still send is not shown any more. */
  readonly retired: ReadonlyMap<string, DocumentInfo>;
  /** The notices among the events. */
  readonly notices: readonly NoticeEvent[];
  /** Every socket that was hooked on this page, also those whose events were cleared away. */
  readonly hookedSockets: readonly HookedSocket[];
  /** About how many characters the events hold. */
  readonly weight: number;
  /** Old frames that the panel let go. */
  readonly forgotten: number;
  /** Events that were not in the form they must have. */
  readonly malformed: number;
}

export const EMPTY_LOG: Log = {
  documents: new Map(),
  events: Prefix.of([]),
  notices: [],
  hookedSockets: [],
  top: null,
  retired: new Map(),
  weight: 0,
  forgotten: 0,
  malformed: 0,
};

/** One message of a relay, parsed, and how many of its events could not be. */
export interface Received {
  readonly message: EventsMessage;
  readonly malformed: number;
}

/**
 * Adds messages to the log, in the order in which they came.
 *
 * @returns the new log, and whether the relays must be asked again: something is missing before some events, or
 *   other documents of a new page may have spoken before its top document did.
 */
export function receive(
  log: Log,
  messages: readonly Received[],
  preserve: boolean,
): { readonly log: Log; readonly ask: boolean } {
  let draft = draftOf(log);
  let ask = false;
  for (const received of messages) {
    const { document: info } = received.message;
    if (draft.retired.has(info.id)) continue;
    if (info.top && draft.top !== null && draft.top.id !== info.id && !preserve) {
      draft = draftOf(leave(draft));
      ask = true;
    }
    if (!append(draft, received)) ask = true;
  }
  return { log: draft, ask };
}

/** A log while messages are added to it. */
interface Draft extends Omit<Mutable<Log>, 'documents'> {
  readonly documents: Map<string, DocumentLog>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const draftOf = (log: Log): Draft => ({ ...log, documents: new Map(log.documents) });

/** The page was left and its log is not preserved: start anew, and remember whose late messages to ignore. */
export function leave(log: Log): Log {
  const retired = new Map(log.retired);
  for (const [id, { info }] of log.documents) retired.set(id, info);
  return { ...EMPTY_LOG, retired };
}

/** @returns whether it was taken; if not, something is missing before it */
function append(draft: Draft, { message, malformed }: Received): boolean {
  const { document: info, events, lost } = message;
  const known = draft.documents.get(info.id) ?? {
    info,
    next: 0,
    lost: 0,
    cleared: 0,
    lostUntil: 0,
    refused: null,
    cost: null,
  };
  const first = events[0]?.seq ?? known.next;
  if (info.top) draft.top = info;
  // The ring drops its oldest events, so everything numbered below `lost` is gone and known to be.
  const gap = first > Math.max(known.next, lost);
  // The same hole a second time is no accident of the order of messages: those events do not exist.
  if (gap && known.refused !== first) {
    draft.documents.set(info.id, { ...known, info, refused: first });
    return false;
  }
  const fresh = events.filter((event) => event.seq >= known.next);
  // What fell out of the ring after it came here is not lost.
  const missed = Math.max(0, lost - known.next);
  const next = (fresh.at(-1)?.seq ?? known.next + missed - 1) + 1;
  const cost = message.cost ?? known.cost;
  const lostUntil = missed > 0 ? (fresh[0]?.time ?? Number.POSITIVE_INFINITY) : known.lostUntil;
  const all = known.lost + missed;
  draft.documents.set(info.id, { ...known, info, next, lost: all, lostUntil, refused: null, cost });
  draft.malformed += malformed;
  addEvents(draft, info, fresh);
  return true;
}

function addEvents(draft: Draft, info: DocumentInfo, fresh: readonly DocumentEvent[]): void {
  draft.events = merge(
    draft.events,
    fresh.map((event): CapturedEvent => ({ document: info.id, ...event })),
  );
  for (const event of fresh) draft.weight += weigh(event);
  const notices = noticesAmong(fresh);
  if (notices.length > 0) draft.notices = [...draft.notices, ...notices];
  const hooked = info.wire ? [] : socketsAmong(fresh);
  if (hooked.length > 0) draft.hookedSockets = [...draft.hookedSockets, ...hooked];
}

/**
 * The tab went to `url`. When that is the address of a page that was left, it may be that page itself, back from the
 * back/forward cache with its frames: they may speak again.
 */
export function navigated(log: Log, url: string): Log {
  const returns = [...log.retired.values()].some((info) => info.top && info.url === url);
  return returns ? { ...log, retired: new Map() } : log;
}

/**
 * Forgets what was received, not where in each document it ended, nor which sockets are hooked: cleared events do not come
 * back, neither from the page nor from the wire.
 */
export function clear(log: Log): Log {
  const documents = new Map(
    [...log.documents].map(([id, document]) => [id, { ...document, cleared: document.lost }]),
  );
  return { ...log, documents, events: Prefix.of([]), notices: [], weight: 0, forgotten: 0, malformed: 0 };
}

/** For each known document, the number of the first event that has not been received. */
export function since(log: Log): Record<string, number> {
  return Object.fromEntries([...log.documents].map(([id, document]) => [id, document.next]));
}

/** How many documents are known in which the hooks are. */
export function hookedCount(log: Log): number {
  let count = 0;
  for (const { info } of log.documents.values()) if (!info.wire) count++;
  return count;
}

/** How many events are known to be lost: before they came here, or here. */
export function lostCount(log: Log): number {
  let count = log.forgotten;
  for (const document of log.documents.values()) count += document.lost - document.cleared;
  return count;
}

/** How many events are known to have happened in these documents, also those that were lost or cleared away. */
export function happenedCount(log: Log): number {
  let count = 0;
  for (const document of log.documents.values()) count += document.next;
  return count;
}

/** The notices among events. */
export function noticesAmong(events: readonly DocumentEvent[]): readonly NoticeEvent[] {
  return events.flatMap((event) => (event.kind === 'notice' ? [event] : []));
}

const socketsAmong = (events: readonly DocumentEvent[]): readonly HookedSocket[] =>
  events.flatMap((event) =>
    event.kind === 'socket' && event.phase === 'connecting' ? [{ url: event.url, time: event.time }] : [],
  );

import type { CapturedEvent, DocumentEvent, DocumentInfo, NoticeEvent } from '../../core/capture/event.ts';
import type { Cost, EventsMessage } from '../../core/capture/link.ts';
import { merge } from './merge.ts';
import { weigh } from './trim.ts';

/** What has been received of one document. */
export interface DocumentLog {
  readonly info: DocumentInfo;
  /** The number that its next event must have. */
  readonly next: number;
  /** How many of its events fell out of the relay's ring before they came here, and how many of these were cleared away. */
  readonly lost: number;
  readonly cleared: number;
  /** The first number of a batch that was refused because events before it are missing. */
  readonly refused: number | null;
  /** What observing it has cost so far. */
  readonly cost: Cost | null;
}

/** Everything received from the inspected tab, in order of time. */
export interface Log {
  readonly documents: ReadonlyMap<string, DocumentLog>;
  readonly events: readonly CapturedEvent[];
  /** The tab's top document, once it has spoken. */
  readonly top: DocumentInfo | null;
  /** Documents of a page that was left: what they still send is not shown any more. */
  readonly retired: ReadonlyMap<string, DocumentInfo>;
  /** The notices among the events. */
  readonly notices: readonly NoticeEvent[];
  /** About how many characters the events hold. */
  readonly weight: number;
  /** Old frames that the panel let go. */
  readonly forgotten: number;
  /** Events that were not in the form they must have. */
  readonly malformed: number;
}

export const EMPTY_LOG: Log = {
  documents: new Map(),
  events: [],
  notices: [],
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
 * Adds one message to the log.
 *
 * @returns the new log, and whether the relays must be asked again: something is missing before these events, or
 *   other documents of a new page may have spoken before its top document did.
 */
export function receive(log: Log, received: Received, preserve: boolean): { log: Log; ask: boolean } {
  const { document: info } = received.message;
  if (info.top && log.top !== null && log.top.id !== info.id && !preserve) {
    if (log.retired.has(info.id)) return { log, ask: false };
    return { log: append(leave(log), received).log, ask: true };
  }
  if (log.retired.has(info.id)) return { log, ask: false };
  return append(log, received);
}

/** The page was left and its log is not preserved: start anew, and remember whose late messages to ignore. */
export function leave(log: Log): Log {
  const retired = new Map(log.retired);
  for (const [id, { info }] of log.documents) retired.set(id, info);
  return { ...EMPTY_LOG, retired };
}

function append(log: Log, { message, malformed }: Received): { log: Log; ask: boolean } {
  const { document: info, events, lost } = message;
  const known = log.documents.get(info.id) ?? {
    info,
    next: 0,
    lost: 0,
    cleared: 0,
    refused: null,
    cost: null,
  };
  const first = events[0]?.seq ?? known.next;
  const top = info.top ? info : log.top;
  // The ring drops its oldest events, so everything numbered below `lost` is gone and known to be.
  const gap = first > Math.max(known.next, lost);
  // The same hole a second time is no accident of the order of messages: those events do not exist.
  if (gap && known.refused !== first) {
    const document = { ...known, info, refused: first };
    return { log: { ...log, top, documents: put(log.documents, info.id, document) }, ask: true };
  }
  const fresh = events.filter((event) => event.seq >= known.next);
  // What fell out of the ring after it came here is not lost.
  const missed = Math.max(0, lost - known.next);
  const next = (fresh.at(-1)?.seq ?? known.next + missed - 1) + 1;
  const cost = message.cost ?? known.cost;
  const document: DocumentLog = { ...known, info, next, lost: known.lost + missed, refused: null, cost };
  const added = fresh.map((event): CapturedEvent => ({ document: info.id, ...event }));
  return {
    log: {
      ...log,
      top,
      documents: put(log.documents, info.id, document),
      events: merge(log.events, added),
      notices: [...log.notices, ...noticesAmong(fresh)],
      weight: fresh.reduce((sum, event) => sum + weigh(event), log.weight),
      malformed: log.malformed + malformed,
    },
    ask: false,
  };
}

function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

/**
 * The tab went to `url`. When that is the address of a page that was left, it may be that page itself, back from the
 * back/forward cache with its frames: they may speak again.
 */
export function navigated(log: Log, url: string): Log {
  const returns = [...log.retired.values()].some((info) => info.top && info.url === url);
  return returns ? { ...log, retired: new Map() } : log;
}

/** Forgets what was received, not where in each document it ended: cleared events do not come back. */
export function clear(log: Log): Log {
  const documents = new Map(
    [...log.documents].map(([id, document]) => [id, { ...document, cleared: document.lost }]),
  );
  return { ...log, documents, events: [], notices: [], weight: 0, forgotten: 0, malformed: 0 };
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

/** The notices among events. */
export function noticesAmong(events: readonly DocumentEvent[]): readonly NoticeEvent[] {
  return events.flatMap((event) => (event.kind === 'notice' ? [event] : []));
}

import type { DocumentEvent, DocumentInfo, RequestEvent, SocketEvent, TappedEvent } from './event.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What crosses between the processes. Page → relay: batches of tapped events over a private channel. Relay → panel:
 * one-shot `events` messages. Panel → relay: one-shot `watch`. Nobody in between holds state.
 */

/**
 * Page → relay: tapped events in order, written for speed. The first line is a JSON array; after it come the texts
 * of the text frames that were kept whole, one after the other, with nothing between them. In the array such a frame is
 * four numbers: socket, direction (1 out, 0 in), time, and the length of its text in UTF-16 code units. Any other
 * event is an object: a {@link RawEvent}, whose body does not say whether it was cut: its size tells. Times are in
 * milliseconds since the document's `performance.timeOrigin`, which the relay adds.
 */
export type PageBatch = string;

/**
 * A tapped event as it leaves the page script, which only takes a snapshot of what the page gave as method, headers and
 * sub-protocols: the relay reads the names and values out of it.
 */
export type RawEvent = Written<
  | Exclude<TappedEvent, { kind: 'request' | 'socket' }>
  | (Omit<RequestEvent, 'seq' | 'method' | 'headers'> & {
      readonly method: Snapshot;
      readonly headers: Snapshot;
    })
  | (Omit<SocketEvent, 'seq' | 'protocols'> & { readonly protocols?: Snapshot })
>;

/** Fields that need not be there may be undefined before they are written as JSON, which drops them. */
type Written<E> = E extends unknown
  ? { readonly [K in keyof E]: Record<never, never> extends Pick<E, K> ? E[K] | undefined : E[K] }
  : never;

// Names of the DOM events by which the page script and the relay find each other and speak; each a constant of its own,
// since the page script has no room for an object.

/** Page script → relay, on `window`: a `MouseEvent` whose `relatedTarget` is the channel. */
export const OFFER = 'cxone-payload:offer';
/** Relay → page script, on `window`: offer again. */
export const ASK = 'cxone-payload:ask';
/**
 * Page script → relay, on the channel: a `CustomEvent` whose `detail` is a {@link PageBatch}. The relay prevents its
 * default once it has taken the batch; what was not taken the page script counts as lost.
 */
export const BATCH = 'batch';
/** Relay → page script, on the channel: look at what the page may have changed. */
export const LOOK = 'look';
/** Relay → page script, on the channel: a `CustomEvent` whose `detail` is the name of a global to observe. */
export const OBSERVE_GLOBAL = 'global';
/** Relay → page script, on the channel: one whose `detail` is a regular expression for the requests to observe. */
export const OBSERVE_URLS = 'urls';

/** Panel → relay: start pushing; for each known document, only what is numbered `since[id]` and above. */
export interface WatchMessage {
  readonly type: 'cxone-payload/watch';
  readonly since: Readonly<Record<string, number>>;
}

/**
 * Panel → relay, through the extension's storage, so that it is there before a panel is: what the mapping of a site
 * declares beside the built-in dialects.
 */
export interface Taps {
  /** Properties of `window` to observe. */
  readonly globals: readonly string[];
  /** Source of a regular expression for the addresses of requests to observe. */
  readonly urls: string;
}

/** Where the taps of a site are stored. */
export const tapsKey = (site: string): string => `taps:${site}`;

/** Relay → panel: the next events of one document. Empty `events` says that the document is there. */
export interface EventsMessage {
  readonly type: 'cxone-payload/events';
  readonly document: DocumentInfo;
  /** Consecutive, in order of `seq`; the first may be larger than asked for when the ring dropped some. */
  readonly events: readonly DocumentEvent[];
  /** How many events of this document fell out of the ring so far. */
  readonly lost: number;
  /** Absent where a relay does not count it. */
  readonly cost?: Cost;
}

/**
 * What observing a document has cost so far, as far as its relay can tell. What the page script itself spends in its
 * taps is not in it: it asks no clock more than it must.
 */
export interface Cost {
  /** How often the page script handed something over. */
  readonly batches: number;
  /** What it handed over, in UTF-16 code units. */
  readonly characters: number;
  /** Milliseconds of the page's own thread that the relay took: to read the batches, to keep them and to send them on. */
  readonly spent: number;
}

/** The panel's answer to an `events` message of its own tab. No answer: nobody watches this tab. */
export interface EventsReply {
  readonly watching: true;
}

/** Panel → background page, where panels have no `tabs` (Firefox): pass this on to the tab. */
export interface ForwardMessage {
  readonly type: 'cxone-payload/forward';
  readonly tab: number;
  readonly message: WatchMessage;
}

import type { DocumentEvent, DocumentInfo, TappedEvent } from './event.ts';

/**
 * What crosses between the processes. Page → relay: batches of tapped events over a private port. Relay → panel:
 * one-shot `events` messages. Panel → relay: one-shot `watch`. Nobody in between holds state.
 */

/** Page → relay, over the port (structured clone) or, in `pagehide`, as JSON text. */
export type PageBatch = readonly TappedEvent[];

/** Panel → relay: start pushing; for each known document, only what is numbered `since[id]` and above. */
export interface WatchMessage {
  readonly type: 'cxone-payload/watch';
  readonly since: Readonly<Record<string, number>>;
}

/** Relay → panel: the next events of one document. Empty `events` says that the document is there. */
export interface EventsMessage {
  readonly type: 'cxone-payload/events';
  readonly document: DocumentInfo;
  /** Consecutive, in order of `seq`; the first may be larger than asked for when the ring dropped some. */
  readonly events: readonly DocumentEvent[];
  /** How many events of this document fell out of the ring so far. */
  readonly lost: number;
}

/** The panel's answer to an `events` message of its own tab. No answer: nobody watches this tab. */
export interface EventsReply {
  readonly watching: true;
}

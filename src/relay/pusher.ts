import type { DocumentInfo } from '../core/capture/event.ts';
import type { EventsMessage } from '../core/capture/link.ts';
import type { Chunk, Limits, Log } from './log.ts';

/** One message at most. On a busy machine it is the messages that take time, and hardly what is in them. */
const CHUNK: Limits = { events: 2_500, weight: 1024 * 1024 };

/**
 * Whether somebody reads this document. `unknown`: nobody was asked yet. `alone`: the last message found no panel
 * of this tab, so that nothing is sent before a panel asks.
 */
type Audience = 'unknown' | 'watching' | 'alone';

/** Sends a document's events to the panel, a chunk at a time, as long as one watches. */
export interface Pusher {
  /** There are new events. */
  push(): void;
  /** A panel watches now, and has all events below `since`. */
  watch(since: number): void;
  /** Nothing is sent until the pusher is released. */
  hold(): void;
  release(): void;
  /** The document may not run again: whatever is left goes at once. */
  flush(): void;
  /** The document came back: a panel that watches is told that it is there. */
  announce(): void;
}

/**
 * @param log the events, or `null` as long as there are none
 * @param send sends a message to whoever listens. @returns whether a panel of this tab took it. Rejects never.
 */
export function createPusher(
  log: () => Log | null,
  describe: () => DocumentInfo,
  send: (message: EventsMessage) => Promise<boolean>,
): Pusher {
  let audience: Audience = 'unknown';
  /** The number of the first event that was not sent. */
  let cursor = 0;
  /** Sent when there are no events either. */
  let owed = false;
  let held = false;
  /** The chunk whose reply is awaited. */
  let awaited: object | null = null;

  const sendNext = (): Promise<boolean> => {
    const source = log();
    const chunk: Chunk = source?.read(cursor, CHUNK) ?? { events: [], next: cursor };
    cursor = chunk.next;
    owed = false;
    return send({
      type: 'cxone-payload/events',
      document: describe(),
      events: chunk.events,
      lost: source?.lost ?? 0,
    });
  };
  const isBehind = (): boolean => owed || cursor < (log()?.next ?? 0);

  const push = (): void => {
    if (held || awaited || audience === 'alone' || !isBehind()) return;
    const from = cursor;
    const ticket = {};
    awaited = ticket;
    void sendNext().then((taken) => {
      // A panel has asked in the meantime, or the document was left: this reply is about the past.
      if (awaited !== ticket) return;
      awaited = null;
      audience = taken ? 'watching' : 'alone';
      if (taken) push();
      else cursor = from;
    });
  };
  const restart = (next: Audience): void => {
    audience = next;
    awaited = null;
    owed = true;
    push();
  };

  return {
    push,
    watch(since) {
      cursor = since;
      restart('watching');
    },
    hold() {
      held = true;
    },
    release() {
      held = false;
      push();
    },
    flush() {
      awaited = null;
      if (held || audience === 'alone') return;
      while (isBehind()) void sendNext();
    },
    announce: () => restart('unknown'),
  };
}

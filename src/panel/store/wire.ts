import type { DocumentEvent, DocumentInfo } from '../../core/capture/event.ts';
import { framesOf, type WireFrame, type WireSocket } from '../../core/capture/har.ts';
import type { Log, Received } from './log.ts';

/** A socket that a hook saw and the same one as the network saw it began within this time of each other. */
const SAME_START_MS = 2_000;
/** The hook's own word may be under way: a socket younger than this is not called unhooked. */
const MIN_AGE_MS = 3_000;

/** Finds the sockets that the network saw and no hook did: in workers, and in frames that could not be hooked. */
export interface WireReader {
  /** How many of them were found. */
  readonly unhooked: number;
  /**
   * @param sockets all that the network saw so far
   * @param log which sockets the hooks saw so far
   * @param now milliseconds since the Unix epoch
   * @returns what there is to add to the log: for each such socket what is new, as if it were a document of its own
   */
  read(sockets: readonly WireSocket[], log: Pick<Log, 'hookedSockets'>, now: number): readonly Received[];
}

interface Unhooked {
  readonly document: DocumentInfo;
  next: number;
  /** How many of its messages were read. */
  messages: number;
}

export function createWireReader(): WireReader {
  const unhooked = new Map<string, Unhooked>();
  /** Those that a hook saw as well: they stay known when the page is left. */
  const hooked = new Set<string>();

  function append(socket: WireSocket, known: Unhooked): readonly Received[] {
    const messages = socket.messages?.slice(known.messages) ?? [];
    const fresh = framesOf(messages).map((frame) => toEvent(frame, known.next++));
    known.messages += messages.length;
    return fresh.length === 0 ? [] : [messageOf(known.document, fresh)];
  }

  function discover(socket: WireSocket, key: string): readonly Received[] {
    const document: DocumentInfo = {
      id: `wire-${unhooked.size + 1}`,
      url: socket.url,
      top: false,
      wire: true,
    };
    const { time, url, messages } = socket;
    const first: readonly DocumentEvent[] = [
      { kind: 'socket', seq: 0, time, socket: 1, phase: 'connecting', url },
      { kind: 'notice', seq: 1, time, code: messages === null ? 'wire-url' : 'wire-only', detail: url },
    ];
    const known = { document, next: first.length, messages: 0 };
    unhooked.set(key, known);
    return [messageOf(document, first), ...append(socket, known)];
  }

  return {
    get unhooked() {
      return unhooked.size;
    },
    read(sockets, log, now) {
      const seen = [...log.hookedSockets];
      return sockets.flatMap((socket) => {
        const key = `${socket.time} ${socket.url}`;
        const known = unhooked.get(key);
        if (known) return append(socket, known);
        const own = seen.findIndex(
          ({ url, time }) => url === socket.url && Math.abs(time - socket.time) <= SAME_START_MS,
        );
        // Each socket that a hook saw stands for one of the network's.
        if (own >= 0) {
          seen.splice(own, 1);
          hooked.add(key);
        }
        return hooked.has(key) || now - socket.time < MIN_AGE_MS ? [] : discover(socket, key);
      });
    },
  };
}

const toEvent = (frame: WireFrame, seq: number): DocumentEvent => ({
  kind: 'frame',
  seq,
  socket: 1,
  ...frame,
});

const messageOf = (document: DocumentInfo, events: readonly DocumentEvent[]): Received => ({
  message: { type: 'cxone-payload/events', document, events, lost: 0 },
  malformed: 0,
});

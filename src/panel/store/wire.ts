import type { DocumentEvent, DocumentInfo } from '../../core/capture/event.ts';
import { framesOf, type WireFrame, type WireSocket } from '../../core/capture/har.ts';
import type { Log, Received } from './log.ts';

/** A socket that a hook saw and the same one as the network saw it began within this time of each other. */
const SAME_START_MS = 2_000;

/** Finds the sockets that the network saw and no hook did: in workers, and in frames that could not be hooked. */
export interface WireReader {
  /** How many of them were found. */
  readonly unhooked: number;
  /**
   * @param sockets all that the network saw so far
   * @param log which sockets the hooks saw so far, and what was lost
   * @returns what there is to add to the log: for each such socket what is new, as if it were a document of its own; and
   *   whether there are sockets of which a hook's own word may only be under way: the relays should be asked before this
   *   is called again
   */
  read(
    sockets: readonly WireSocket[],
    log: Pick<Log, 'hookedSockets' | 'documents'>,
  ): { readonly received: readonly Received[]; readonly suspects: boolean };
}

interface Unhooked {
  readonly document: DocumentInfo;
  next: number;
  /** How many of its messages were read. */
  messages: number;
}

export function createWireReader(): WireReader {
  const unhooked = new Map<string, Unhooked>();
  /** Those of which no hook has spoken yet. */
  let suspects = new Set<string>();
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
    read(sockets, log) {
      const before = suspects;
      suspects = new Set();
      const seen = [...log.hookedSockets];
      // A hook may have seen those that began until then, and its word was lost.
      const lostUntil = Math.max(0, ...[...log.documents.values()].map((document) => document.lostUntil));
      const received = sockets.flatMap((socket) => {
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
        if (hooked.has(key) || socket.time <= lostUntil) return [];
        if (before.has(key)) return discover(socket, key);
        suspects.add(key);
        return [];
      });
      return { received, suspects: suspects.size > 0 };
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

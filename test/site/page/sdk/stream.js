/** @import { ClientFrame, Session } from '../types.ts' */

const HEARTBEAT_MS = 15_000;

/**
 * Opens the event stream of a session and joins it.
 *
 * @param {Session} session
 * @param {object} how
 * @param {string} how.url the address of the socket
 * @param {unknown} how.attributes repeated in the frame that joins; `undefined`: none
 * @param {unknown} how.lateAttributes sent in a frame of their own; `undefined`: none
 * @param {import('./arrivals.js').Arrivals} arrivals where the tenant's frames go
 * @returns {Promise<{ send: (frame: ClientFrame) => void, end: () => void }>} settled when the tenant has announced
 *   the start, or the socket has closed before
 */
export function openStream(session, how, arrivals) {
  const { conversationId, participantId } = session;
  const socket = new WebSocket(how.url, ['webchat.v1']);

  /** @param {ClientFrame} frame */
  const send = (frame) => socket.send(JSON.stringify(frame));

  socket.addEventListener('message', (event) => arrivals.add(JSON.parse(event.data)));
  socket.addEventListener('open', () => {
    send({ type: 'conversation:join', conversationId, participantId, attributes: how.attributes });
    if (how.lateAttributes !== undefined) {
      send({ type: 'conversation:attributes', conversationId, attributes: how.lateAttributes });
    }
    const heartbeat = setInterval(() => send({ type: 'heartbeat' }), HEARTBEAT_MS);
    socket.addEventListener('close', () => clearInterval(heartbeat));
  });

  return new Promise((resolve, reject) => {
    socket.addEventListener('close', () =>
      reject(new Error('The socket closed before the conversation started.')),
    );
    arrivals.next('conversation:start').then(() => resolve({ send, end: () => socket.close(1000) }));
  });
}

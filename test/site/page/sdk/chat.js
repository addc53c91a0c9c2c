/** @import { Chat, ClientFrame, Session, Tell } from '../types.ts' */

/**
 * A conversation that has started, for the page to use.
 *
 * @param {Session} session
 * @param {import('./arrivals.js').Arrivals} arrivals
 * @param {(frame: ClientFrame) => void} send
 * @param {() => void} end
 * @param {Tell} tell
 * @returns {Chat}
 */
export function createChat(session, arrivals, send, end, tell) {
  const { conversationId } = session;
  return {
    session,
    next: arrivals.next,
    send,
    end,
    async ask(text) {
      const reply = arrivals.next('message');
      send({ type: 'message', conversationId, text });
      tell('visitor', text);
      const answer = await reply;
      tell('agent', answer.text);
      return answer.text;
    },
  };
}

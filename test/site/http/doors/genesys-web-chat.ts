import { problem } from '../answer.ts';
import type { Door } from './door.ts';

const STREAM_PATH = /^\/chat\/wsvc\/([^/]+)$/;

/** The stream of a guest chat: it only tells. What a client sends there is dropped. */
export const genesysWebChat: Door = (tenant, { path }) => {
  const [, id] = STREAM_PATH.exec(path) ?? [];
  if (id === undefined) return null;
  const chat = tenant.guestChats.findByStream(id);
  if (!chat) {
    const answer = problem({
      status: 404,
      code: 'not-found',
      message: 'The stream was not opened.',
      reason: `There is no stream at ${path}.`,
      action: 'Open the eventStreamUri that the chat was created with.',
    });
    return { ok: false, answer };
  }
  return { ok: true, open: (send) => ({ receive: () => undefined, close: chat.watch(send) }) };
};

import { STREAM_PROTOCOL, WEBCHAT_PATH } from '../../protocol.ts';
import { EventStream } from '../../tenant/stream.ts';
import { problem } from '../answer.ts';
import type { Admission, Door } from './door.ts';

const STREAM_PATH = new RegExp(`^${WEBCHAT_PATH}/([^/]+)/stream$`);

function refuse(status: number, code: string, reason: string, action: string): Admission {
  const message = 'The event stream was not opened.';
  return { ok: false, answer: problem({ status, code, message, reason, action }) };
}

/** The event stream of a conversation, for whoever shows its session token. The rest of the query is not read. */
export const eventStream: Door = (tenant, { path, query, protocols }) => {
  const [, id] = STREAM_PATH.exec(path) ?? [];
  if (id === undefined) return null;
  const conversation = tenant.find(id);
  if (!conversation) {
    return refuse(404, 'not-found', `There is no event stream at ${path}.`, 'Open the eventStreamUri.');
  }
  if (query.get('token') !== conversation.token) {
    return refuse(
      401,
      'token.unknown',
      'The token is not that of this session.',
      'Open the eventStreamUri as given.',
    );
  }
  if (!protocols.includes(STREAM_PROTOCOL)) {
    return refuse(400, 'protocol.missing', 'The sub-protocol is not offered.', `Offer "${STREAM_PROTOCOL}".`);
  }
  return { ok: true, open: (send) => new EventStream(conversation, send) };
};

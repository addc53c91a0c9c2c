import { ACME_SESSIONS_PATH } from '../acme-gateway.ts';
import { problem } from '../answer.ts';
import type { Door } from './door.ts';

const SOCKET_PATH = new RegExp(`^${ACME_SESSIONS_PATH}/([^/]+)/socket$`);

/** The socket of a session, for whoever knows its number. */
export const acmeGateway: Door = (tenant, { path }) => {
  const [, id] = SOCKET_PATH.exec(path) ?? [];
  if (id === undefined) return null;
  const session = tenant.acme.find(id);
  if (!session) {
    const answer = problem({
      status: 404,
      code: 'not-found',
      message: 'The socket was not opened.',
      reason: `There is no session ${id}.`,
      action: 'Open the address that the session was created with.',
    });
    return { ok: false, answer };
  }
  return {
    ok: true,
    open: (send) => ({
      receive: (text) => {
        for (const frame of session.receive(text)) send(frame);
      },
    }),
  };
};

import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json, problem } from './answer.ts';
import { bodyOf, notFound } from './body.ts';
import type { ApiRequest } from './request.ts';

/** The REST resources of a customer's own gateway, which no vendor has. */

export const ACME_SESSIONS_PATH = '/acme/sessions';

/** `POST /acme/sessions` with `{ visitor }`: creates a session, whose fields come over its socket. */
export function createAcmeSession(tenant: Tenant, request: ApiRequest): Answer {
  const body = bodyOf(request, 'No session was created.');
  if (!body.ok) return body.answer;
  const { id } = tenant.acme.create();
  return json(201, {
    session: { id },
    socket: `${request.streamOrigin}${ACME_SESSIONS_PATH}/${id}/socket`,
  });
}

/** `GET /acme/sessions/{id}/fields`: what was taken. Needs the token that came with the start of the session. */
export function readAcmeFields(tenant: Tenant, request: ApiRequest, id: string): Answer {
  const message = 'The fields were not read.';
  const session = tenant.acme.find(id);
  if (!session)
    return notFound(message, `There is no session ${id}.`, 'Use the id that the session was created with.');
  if (request.authorization === `Bearer ${session.token}`) return json(200, session.fields);
  return problem({
    status: 401,
    code: 'token.unknown',
    message,
    reason: 'The Authorization header does not hold the token of this session.',
    action: 'Send "Authorization: Bearer <token>" with the token of the frame session.started.',
  });
}

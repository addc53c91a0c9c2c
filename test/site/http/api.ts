import { WEBCHAT_PATH } from '../protocol.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, methodNotAllowed, problem } from './answer.ts';
import { createConversation, issueToken, readConversation, updateParticipant } from './handlers.ts';
import type { ApiRequest } from './request.ts';

interface Route {
  readonly path: RegExp;
  readonly method: string;
  readonly handle: (tenant: Tenant, request: ApiRequest, ids: readonly string[]) => Answer;
}

const ROUTES: readonly Route[] = [
  { path: /^\/oauth\/token$/, method: 'POST', handle: issueToken },
  { path: new RegExp(`^${WEBCHAT_PATH}$`), method: 'POST', handle: createConversation },
  {
    path: new RegExp(`^${WEBCHAT_PATH}/([^/]+)$`),
    method: 'GET',
    handle: (tenant, request, [conversation = '']) => readConversation(tenant, request, conversation),
  },
  {
    path: new RegExp(`^${WEBCHAT_PATH}/([^/]+)/participants/([^/]+)$`),
    method: 'PUT',
    handle: (tenant, request, [conversation = '', participant = '']) =>
      updateParticipant(tenant, request, conversation, participant),
  },
];

/** Whether a path belongs to the tenant, and not to the page. */
export function isApiPath(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/oauth/');
}

/** Answers a request to the tenant: 404 for a path that is not there, 405 for a method that its path does not take. */
export function answerApi(tenant: Tenant, request: ApiRequest): Answer {
  const allowed: string[] = [];
  for (const route of ROUTES) {
    const match = route.path.exec(request.path);
    if (!match) continue;
    if (route.method === request.method) return route.handle(tenant, request, match.slice(1));
    allowed.push(route.method);
  }
  if (allowed.length > 0) return methodNotAllowed(request.method, request.path, allowed);
  return problem({
    status: 404,
    code: 'not-found',
    message: `${request.path} is not there.`,
    reason: 'The tenant has no such resource.',
    action: `Conversations are at ${WEBCHAT_PATH}.`,
  });
}

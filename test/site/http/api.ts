import { WEBCHAT_PATH } from '../protocol.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { ACME_SESSIONS_PATH, createAcmeSession, readAcmeFields } from './acme-gateway.ts';
import { type Answer, methodNotAllowed, problem } from './answer.ts';
import { readChannel, readDeployment, readObject } from './configuration.ts';
import { OBJECTS_PATH } from './doors/cxone-digital.ts';
import { createConversation, issueToken, readConversation, updateParticipant } from './handlers.ts';
import type { ApiRequest } from './request.ts';
import { readStored } from './stored.ts';
import { issueTransactionToken, TRANSACTION_TOKEN_PATH } from './transaction-token.ts';
import { createGuestChat, GUEST_CHAT_PATH, sayInGuestChat, typeInGuestChat } from './web-chat.ts';

interface Route {
  readonly path: RegExp;
  readonly method: string;
  readonly handle: (tenant: Tenant, request: ApiRequest, ids: readonly string[]) => Answer;
}

const ROUTES: readonly Route[] = [
  { path: /^\/oauth\/token$/, method: 'POST', handle: issueToken },
  { path: new RegExp(`^${TRANSACTION_TOKEN_PATH}$`), method: 'POST', handle: issueTransactionToken },
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
  { path: new RegExp(`^${GUEST_CHAT_PATH}$`), method: 'POST', handle: createGuestChat },
  {
    path: new RegExp(`^${GUEST_CHAT_PATH}/([^/]+)/members/([^/]+)/messages$`),
    method: 'POST',
    handle: (tenant, request, [chat = '', member = '']) => sayInGuestChat(tenant, request, chat, member),
  },
  {
    path: new RegExp(`^${GUEST_CHAT_PATH}/([^/]+)/members/([^/]+)/typing$`),
    method: 'POST',
    handle: (tenant, request, [chat = '', member = '']) => typeInGuestChat(tenant, request, chat, member),
  },
  {
    path: /^\/chat\/1\.0\/brand\/([^/]+)\/channel\/([^/]+)$/,
    method: 'GET',
    handle: (_tenant, _request, [brand = '', channel = '']) => readChannel(brand, channel),
  },
  {
    path: new RegExp(`^${OBJECTS_PATH}([^/]+)$`),
    method: 'GET',
    handle: (tenant, _request, [id = '']) => readObject(tenant, id),
  },
  {
    path: /^\/webdeployments\/v1\/deployments\/([^/]+)\/config\.json$/,
    method: 'GET',
    handle: (_tenant, _request, [id = '']) => readDeployment(id),
  },
  { path: new RegExp(`^${ACME_SESSIONS_PATH}$`), method: 'POST', handle: createAcmeSession },
  {
    path: new RegExp(`^${ACME_SESSIONS_PATH}/([^/]+)/fields$`),
    method: 'GET',
    handle: (tenant, request, [id = '']) => readAcmeFields(tenant, request, id),
  },
  {
    path: /^\/demo\/stored\/([^/]+)$/,
    method: 'GET',
    handle: (tenant, _request, [id = '']) => readStored(tenant, id),
  },
];

const PREFIXES = ['/api/', '/oauth/', '/chat/1.0/', '/webdeployments/', '/digital/', '/acme/', '/demo/'];

/** Whether a path belongs to the tenant, and not to the page. */
export function isApiPath(path: string): boolean {
  return PREFIXES.some((prefix) => path.startsWith(prefix));
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

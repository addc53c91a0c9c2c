import { type Session, WEBCHAT_PATH } from '../protocol.ts';
import { isObject } from '../tenant/json.ts';
import { isScope, SCOPES } from '../tenant/oauth.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json, problem } from './answer.ts';
import { authorize } from './authorize.ts';
import { bodyOf, notFound } from './body.ts';
import type { ApiRequest } from './request.ts';

/**
 * `POST /oauth/token`, form-encoded `scope=conversation:read`: an OAuth token for the asked scopes, given to anybody
 * (see {@link OAuthTokens}). 400 for a scope that is not known.
 */
export function issueToken(tenant: Tenant, request: ApiRequest): Answer {
  const asked = (new URLSearchParams(request.body).get('scope') ?? '')
    .split(' ')
    .filter((name) => name !== '');
  const scopes = asked.filter(isScope);
  const unknown = asked.filter((name) => !isScope(name));
  if (unknown.length > 0) {
    return problem({
      status: 400,
      code: 'scope.unknown',
      message: 'No token was issued.',
      reason: `There is no scope ${unknown.join(', ')}.`,
      action: `Ask for ${SCOPES.join(' or ')}.`,
    });
  }
  return json(200, {
    access_token: tenant.oauth.issue(scopes),
    token_type: 'bearer',
    expires_in: 86_400,
    scope: scopes.join(' '),
  });
}

/** `POST /api/v2/conversations/webchat`: creates a conversation. Only `attributes.custom` is kept, and of it only mapped keys. */
export function createConversation(tenant: Tenant, request: ApiRequest): Answer {
  const message = 'No conversation was created.';
  const body = bodyOf(request, message);
  if (!body.ok) return body.answer;
  for (const field of ['organizationId', 'deploymentId']) {
    const value = body.value[field];
    if (typeof value === 'string' && value !== '') continue;
    return problem({
      status: 400,
      code: 'field.missing',
      message,
      reason: `The body has no "${field}".`,
      action: `Put the ${field} of your deployment into the body, as a string.`,
    });
  }
  const conversation = tenant.create(body.value.attributes);
  const path = `${WEBCHAT_PATH}/${conversation.id}`;
  const session: Session = {
    conversationId: conversation.id,
    participantId: conversation.participantId,
    token: conversation.token,
    eventStreamUri: `${request.streamOrigin}${path}/stream?token=${conversation.token}`,
  };
  return json(201, session, { location: path });
}

/** `GET /api/v2/conversations/webchat/{id}`: what was stored. Needs an OAuth token of scope `conversation:read`. */
export function readConversation(tenant: Tenant, request: ApiRequest, conversationId: string): Answer {
  const message = 'The conversation was not read.';
  const refusal = authorize(tenant, {
    message,
    authorization: request.authorization,
    scope: 'conversation:read',
  });
  if (refusal) return refusal;
  const conversation = tenant.find(conversationId);
  if (conversation) return json(200, conversation.readBack());
  return notFound(
    message,
    `There is no conversation ${conversationId}.`,
    'Use the conversationId that the create request was answered with.',
  );
}

/**
 * `PUT /api/v2/conversations/webchat/{conversationId}/participants/{participantId}` with `{ metadata }`: the late
 * repair. Answered at once, applied later. Needs the session token of the conversation, or `conversation:write`.
 */
export function updateParticipant(
  tenant: Tenant,
  request: ApiRequest,
  conversationId: string,
  participantId: string,
): Answer {
  const message = 'The participant was not changed.';
  const conversation = tenant.find(conversationId);
  const refusal = authorize(tenant, {
    message,
    authorization: request.authorization,
    scope: 'conversation:write',
    ...(conversation && { session: conversation }),
  });
  if (refusal) return refusal;
  if (conversation?.participantId !== participantId) {
    return notFound(
      message,
      conversation
        ? `Conversation ${conversationId} has no participant ${participantId}.`
        : `There is no conversation ${conversationId}.`,
      'Use the ids that the create request was answered with.',
    );
  }
  const body = bodyOf(request, message);
  if (!body.ok) return body.answer;
  if (!isObject(body.value.metadata)) {
    return problem({
      status: 400,
      code: 'field.missing',
      message,
      reason: 'The body has no object "metadata".',
      action: 'Send { "metadata": { "<key>": <value> } }.',
    });
  }
  tenant.repair(conversation, body.value.metadata);
  return json(200, { id: participantId, state: 'accepted' });
}

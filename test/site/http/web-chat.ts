import type { GuestChat } from '../tenant/genesys-web-chat/guest-chat.ts';
import { isObject } from '../tenant/json.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json, problem } from './answer.ts';
import { bodyOf, notFound } from './body.ts';
import type { ApiRequest } from './request.ts';

/** The REST resources of Genesys web chat, by which a guest creates a chat and says everything that he says. */

export const GUEST_CHAT_PATH = '/api/v2/webchat/guest/conversations';

/** `POST /api/v2/webchat/guest/conversations`: creates a chat, with the custom fields of `memberInfo`. */
export function createGuestChat(tenant: Tenant, request: ApiRequest): Answer {
  const body = bodyOf(request, 'No chat was created.');
  if (!body.ok) return body.answer;
  const { memberInfo } = body.value;
  const chat = tenant.guestChats.create(isObject(memberInfo) ? memberInfo : {});
  return json(200, {
    id: chat.id,
    jwt: chat.jwt,
    eventStreamUri: `${request.streamOrigin}/chat/wsvc/${chat.streamId}`,
    member: { id: chat.memberId, role: 'CUSTOMER', state: 'CONNECTED', customFields: chat.customFields },
  });
}

/** `POST …/{id}/members/{memberId}/messages` with `{ body, bodyType }`: a message of the guest. Needs the chat's jwt. */
export function sayInGuestChat(
  tenant: Tenant,
  request: ApiRequest,
  chatId: string,
  memberId: string,
): Answer {
  const message = 'The message was not taken.';
  const found = findOwnChat(tenant, request, message, { chatId, memberId });
  if (!found.ok) return found.answer;
  const body = bodyOf(request, message);
  if (!body.ok) return body.answer;
  const { body: text } = body.value;
  if (typeof text !== 'string') {
    const reason = 'The body has no string "body".';
    return problem({
      status: 400,
      code: 'field.missing',
      message,
      reason,
      action: 'Send { "body": "<text>", "bodyType": "standard" }.',
    });
  }
  found.chat.say(text);
  return json(200, {
    conversation: { id: chatId },
    sender: { id: memberId },
    body: text,
    bodyType: 'standard',
  });
}

/** `POST …/{id}/members/{memberId}/typing`. Needs the chat's jwt. */
export function typeInGuestChat(
  tenant: Tenant,
  request: ApiRequest,
  chatId: string,
  memberId: string,
): Answer {
  const found = findOwnChat(tenant, request, 'Nobody was told.', { chatId, memberId });
  if (!found.ok) return found.answer;
  found.chat.type();
  return json(200, { conversation: { id: chatId }, sender: { id: memberId } });
}

type Found =
  | { readonly ok: true; readonly chat: GuestChat }
  | { readonly ok: false; readonly answer: Answer };

function findOwnChat(
  tenant: Tenant,
  request: ApiRequest,
  message: string,
  { chatId, memberId }: { readonly chatId: string; readonly memberId: string },
): Found {
  const chat = tenant.guestChats.find(chatId);
  if (chat?.memberId !== memberId) {
    const reason = `There is no chat ${chatId} with a member ${memberId}.`;
    return { ok: false, answer: notFound(message, reason, 'Use the ids that the chat was created with.') };
  }
  if (request.authorization === `Bearer ${chat.jwt}`) return { ok: true, chat };
  const answer = problem({
    status: 401,
    code: 'token.unknown',
    message,
    reason: 'The Authorization header does not hold the jwt of this chat.',
    action: 'Send "Authorization: Bearer <jwt>" with the jwt that the chat was created with.',
  });
  return { ok: false, answer };
}

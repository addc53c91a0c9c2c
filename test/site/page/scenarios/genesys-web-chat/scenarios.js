/** @import { Play, Visit } from '../../visit.ts' */
import { GuestChat } from '../../sdk/genesys-web-chat/guest-chat.js';
import { asCode } from '../call.js';
import { storedOf } from '../stored.js';
import { CRM_ID, DEPLOYMENT, PERSON } from '../values.js';

const HELLO = 'Hello, I have a question about my order.';
const RIGHT = { customField1Label: 'CRM id', customField1: CRM_ID };

/**
 * The page creates a chat and says hello.
 *
 * @param {Visit} visit
 * @param {Readonly<Record<string, unknown>>} customFields
 * @param {Readonly<Record<string, unknown>>} [beside] what stands beside `memberInfo`
 */
async function chat({ tell, origin }, customFields, beside = {}) {
  const request = {
    ...DEPLOYMENT,
    routingTarget: /** @type {const} */ ({ targetType: 'QUEUE', targetAddress: 'Support' }),
    memberInfo: { displayName: PERSON.name, email: PERSON.email, customFields },
    ...beside,
  };
  tell('page', 'calls', asCode('createConversation', request));
  const created = await GuestChat.create(origin, request);
  tell('visitor', HELLO);
  tell('agent', await created.say(HELLO));
  return created;
}

/**
 * @param {Readonly<Record<string, unknown>>} customFields
 * @param {Readonly<Record<string, unknown>>} [beside]
 * @returns {Play}
 */
const creating = (customFields, beside) => async (visit) =>
  storedOf(visit, (await chat(visit, customFields, beside)).id);

/** @type {Play} */
const repairByWrongPath = async (visit) => {
  const { id, memberId } = await chat(visit, {});
  const metadata = { customField1: CRM_ID };
  visit.tell('page', 'repairs it by the path of another product:', JSON.stringify({ metadata }));
  const { access_token: token } = await issueToken(visit.origin);
  const response = await fetch(
    `${visit.origin}/api/v2/conversations/webchat/${id}/participants/${memberId}`,
    {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ metadata }),
    },
  );
  visit.tell('tenant', `answers ${response.status}.`);
  return storedOf(visit, id);
};

/**
 * @param {string} origin
 * @returns {Promise<{ access_token: string }>} which may write
 */
async function issueToken(origin) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'conversation:write' });
  return (await fetch(`${origin}/oauth/token`, { method: 'POST', body })).json();
}

/** @type {Record<string, Play>} */
export const genesysWebChatScenarios = {
  'genesys-web-chat/healthy': creating(RIGHT),
  'genesys-web-chat/unmapped-key': creating({ ...RIGHT, favourite_colour: 'green' }),
  'genesys-web-chat/near-miss-key': creating({ ...RIGHT, customField1: undefined, custom_field_1: CRM_ID }),
  'genesys-web-chat/number-value': creating({ ...RIGHT, customField1: 882_910 }),
  'genesys-web-chat/undefined-value': creating({ ...RIGHT, customField1: undefined }),
  'genesys-web-chat/wrong-place': creating({}, { attributes: { customField1: CRM_ID } }),
  'genesys-web-chat/repair-by-wrong-path': repairByWrongPath,
};

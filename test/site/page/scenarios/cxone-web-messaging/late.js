/** @import { ChatOptions, StartChats, Session } from '../../types.ts' */
import { Chats } from '../../sdk/chats.js';
import { createCxoneChat } from '../../sdk/cxone-chat.js';
import { callStartChat, page, startChat } from '../call.js';
import { pause } from '../pause.js';
import { CRM_ID, DEPLOYMENT, PERSON, RIGHT } from '../values.js';

const SDK_DELAY_MS = 2000;

/**
 * Writes metadata of a participant, the way that the forum thread advises.
 *
 * @param {Session} session
 * @param {Record<string, unknown>} metadata
 */
async function putMetadata({ conversationId, participantId, token }, metadata) {
  const response = await fetch(
    `/api/v2/conversations/webchat/${conversationId}/participants/${participantId}`,
    {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ metadata }),
    },
  );
  if (!response.ok) throw new Error(`The tenant refused the metadata with status ${response.status}.`);
}

/** @type {StartChats} */
const latePut = async (tell) => {
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
  const chat = await startChat(PERSON, tell);
  const metadata = { crm_customer_id: CRM_ID };
  const applied = chat.next('conversation:update');
  tell('page', 'writes metadata of the participant, after the start:', JSON.stringify(metadata));
  await putMetadata(chat.session, metadata);
  await applied;
  tell('tenant', 'has applied the metadata, and announces an update.');
  return [chat];
};

/** @type {StartChats} */
const sdkLate = async (tell) => {
  tell('page', `has loaded; the SDK comes in ${SDK_DELAY_MS / 1000} seconds.`);
  await pause(SDK_DELAY_MS);
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
  return [await startChat({ customerId: CRM_ID, ...PERSON }, tell)];
};

/** @type {StartChats} */
const sdkReplaced = (tell) => {
  /** @type {ChatOptions[]} */
  const queue = [];
  page.cxoneChat = {
    startChat(options) {
      queue.push(options);
      return undefined;
    },
  };
  callStartChat(RIGHT, tell);
  tell('page', 'has called a stub, which took note of the call.');

  const chats = new Chats(DEPLOYMENT, tell);
  page.cxoneChat = createCxoneChat(chats);
  tell('SDK', 'replaces the stub and drains its queue, keeping name and email only.');
  return Promise.all(queue.map(({ name, email }) => chats.start({ name, email })));
};

/**
 * The page is right or wrong, and the order of things decides.
 *
 * @type {Record<string, StartChats>}
 */
export const lateScenarios = { 'late-put': latePut, 'sdk-late': sdkLate, 'sdk-replaced': sdkReplaced };

/** @import { Play, Visit } from '../../visit.ts' */
/** @import { ChatSdkOptions } from '../../sdk/cxone-digital/types.ts' */
/** @import { Thread } from '../../sdk/cxone-digital/thread.js' */
import { ChatSdk } from '../../sdk/cxone-digital/chat-sdk.js';
import { asCode } from '../call.js';
import { storedOf } from '../stored.js';
import { CRM_ID } from '../values.js';
import { BRAND_ID, CHANNELS, HELLO } from './values.js';

/**
 * The page has a chat window of its own over the SDK, which no global shows.
 *
 * @param {Visit} visit
 * @param {string} customerId
 */
async function openThread(visit, customerId) {
  const sdk = await openSdk(visit, { channelId: CHANNELS.plain, customerId });
  return sdk.getThread(crypto.randomUUID());
}

/**
 * @param {Visit} visit
 * @param {Pick<ChatSdkOptions, 'channelId' | 'customerId' | 'transactionToken'>} given
 */
function openSdk({ origin, tell }, given) {
  const options = { brandId: BRAND_ID, customEnvironment: environmentOf(origin), ...given };
  tell('page', 'builds its own chat window:', asCode('new ChatSdk', options));
  return ChatSdk.authorize(options);
}

/** @param {string} origin */
const environmentOf = (origin) => ({ chat: origin, gateway: origin.replace(/^http/, 'ws') });

/**
 * The visitor says the first word.
 *
 * @param {Visit} visit
 * @param {Thread} thread
 */
async function begin({ tell }, thread) {
  tell('visitor', HELLO);
  const reply = thread.nextReply();
  await thread.startChat(HELLO);
  tell('agent', await reply);
}

/** @type {Play} */
const optionsAsText = async (visit) => {
  const thread = await openThread(visit, 'anon-77');
  const options = { customerId: CRM_ID, attributes: { custom: { crm_customer_id: CRM_ID } } };
  visit.tell('page', 'calls', asCode('thread.startChat', options));
  const reply = thread.nextReply();
  // The method takes a text; a page in plain JavaScript is not told.
  await Reflect.apply(thread.startChat, thread, [options]);
  visit.tell('agent', await reply);
  return storedOf(visit, thread.id);
};

/** @type {Play} */
const identityOnly = async (visit) => {
  const thread = await openThread(visit, CRM_ID);
  await begin(visit, thread);
  return storedOf(visit, thread.id);
};

/** @type {Play} */
const identityReplaced = async (visit) => {
  const sdk = await openSdk(visit, { channelId: CHANNELS.renaming, customerId: CRM_ID });
  visit.tell('tenant', 'knows the visitor by another id.');
  const thread = sdk.getThread(crypto.randomUUID());
  thread.setCustomField('crm_customer_id', CRM_ID);
  await begin(visit, thread);
  return storedOf(visit, thread.id);
};

/** @type {Play} */
const securedSession = async (visit) => {
  const where = {
    brandId: BRAND_ID,
    channelId: CHANNELS.plain,
    customEnvironment: environmentOf(visit.origin),
  };
  const transactionToken = await ChatSdk.getTransactionToken(where, CRM_ID);
  visit.tell('page', 'has a token for the customer, and relies on that.');
  const sdk = await openSdk(visit, { channelId: CHANNELS.plain, transactionToken });
  const thread = sdk.getThread(crypto.randomUUID());
  await begin(visit, thread);
  return storedOf(visit, thread.id);
};

/** @type {Play} */
const notRecovered = async (visit) => {
  const sdk = await openSdk(visit, { channelId: CHANNELS.plain, customerId: crypto.randomUUID() });
  const thread = sdk.getThread(crypto.randomUUID());
  thread.setCustomField('crm_customer_id', CRM_ID);
  visit.tell('visitor', HELLO);
  await thread.startChat(HELLO);
  await sdk.reconnect();
  visit.tell('SDK', 'has another socket, and nobody asks what was missed on the last one.');
  return storedOf(visit, thread.id);
};

/**
 * The page uses the SDK itself.
 *
 * @type {Record<string, Play>}
 */
export const ownWindowScenarios = {
  'cxone-digital/options-as-text': optionsAsText,
  'cxone-digital/identity-only': identityOnly,
  'cxone-digital/identity-replaced': identityReplaced,
  'cxone-digital/secured-session': securedSession,
  'cxone-digital/not-recovered': notRecovered,
};

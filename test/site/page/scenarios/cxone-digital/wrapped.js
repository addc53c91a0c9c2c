/** @import { Play, Visit } from '../../visit.ts' */
/** @import { CxoneFunction } from '../../sdk/cxone-digital/types.ts' */
import { ChatSdk } from '../../sdk/cxone-digital/chat-sdk.js';
import { installStub } from '../../sdk/cxone-digital/loader.js';
import { asCode, callGlobal, page } from '../call.js';
import { storedOf } from '../stored.js';
import { CRM_ID } from '../values.js';
import { embed, talk } from './embed.js';
import { BRAND_ID, CHANNELS, HELLO, SET_ID } from './values.js';

/** @type {Play} */
const neverSent = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, []);
  const widget = page.cxone;
  /** @type {CxoneFunction} */
  const wrapper = (module, command, ...args) => {
    visit.tell('wrapper', 'passes on what it knows, and drops the rest.');
    if (command === 'init') widget?.(module, command, ...args);
  };
  page.cxone = wrapper;
  callGlobal('cxone', visit.tell, 'chat', ...SET_ID);
  await talk(visit, visitor, HELLO);
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const stubReplaced = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, []);
  visit.tell('wrapper', 'is a tag manager, and puts the stub into the page once more.');
  installStub(visit.origin);
  callGlobal('cxone', visit.tell, 'chat', ...SET_ID);
  await talk(visit, visitor, HELLO);
  return storedOf(visit, visitor.thread.id);
};

/**
 * The page has a chat window of its own over the SDK, which no global shows.
 *
 * @param {Visit} visit
 * @param {string} customerId
 */
async function ownWindow({ origin, tell }, customerId) {
  const customEnvironment = { chat: origin, gateway: origin.replace(/^http/, 'ws') };
  const options = { brandId: BRAND_ID, channelId: CHANNELS.plain, customEnvironment, customerId };
  tell('page', 'builds its own chat window:', asCode('new ChatSdk', options));
  const sdk = await ChatSdk.authorize(options);
  return sdk.getThread(crypto.randomUUID());
}

/** @type {Play} */
const optionsAsText = async (visit) => {
  const thread = await ownWindow(visit, 'anon-77');
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
  const thread = await ownWindow(visit, CRM_ID);
  const reply = thread.nextReply();
  await thread.startChat(HELLO);
  visit.tell('agent', await reply);
  return storedOf(visit, thread.id);
};

/**
 * Something stands between the page and the SDK, or the page uses the SDK otherwise than it is meant to be.
 *
 * @type {Record<string, Play>}
 */
export const wrappedScenarios = {
  'cxone-digital/never-sent': neverSent,
  'cxone-digital/stub-replaced': stubReplaced,
  'cxone-digital/options-as-text': optionsAsText,
  'cxone-digital/identity-only': identityOnly,
};

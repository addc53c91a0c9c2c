/** @import { Play } from '../../visit.ts' */
import { callGlobal } from '../call.js';
import { pause } from '../pause.js';
import { storedOf } from '../stored.js';
import { embed, talk } from './embed.js';
import { CHANNELS, HELLO, OPTIONS, SET_ID } from './values.js';

/** How long the page's own backend takes to tell who is logged in: longer than a frame, shorter than opening a case. */
const LOOK_UP_MS = 50;

/** @type {Play} */
const laterField = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, [SET_ID]);
  await talk(visit, visitor, HELLO);
  callGlobal('cxone', visit.tell, 'chat', 'setContactCustomField', 'order_id', 'A-1');
  await talk(visit, visitor, 'It is order A-1.');
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const undefinedLater = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, [SET_ID]);
  await talk(visit, visitor, HELLO);
  callGlobal('cxone', visit.tell, 'chat', 'setContactCustomField', 'campaign_code', 'AUTUMN');
  await talk(visit, visitor, 'I have a code.');
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const raceBeforeCase = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, []);
  const talked = talk(visit, visitor, HELLO);
  await pause(LOOK_UP_MS);
  visit.tell('page', 'has learnt who is logged in, while the case is being opened.');
  callGlobal('cxone', visit.tell, 'chat', ...SET_ID);
  await talked;
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const autoFirstMessage = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, [['sendFirstMessageAutomatically']]);
  visit.tell('SDK', 'has sent the first message by itself.');
  const reply = visitor.thread.nextReply();
  await pause(LOOK_UP_MS);
  callGlobal('cxone', visit.tell, 'chat', ...SET_ID);
  visit.tell('agent', await reply);
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const closedContact = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, [SET_ID]);
  await talk(visit, visitor, HELLO);
  await visitor.end();
  visit.tell('tenant', 'has closed the contact, and the SDK forgets its fields.');
  await talk(visit, visitor, 'One more question.');
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const preChatForm = async (visit) => {
  const visitor = await embed(visit, CHANNELS.survey, [SET_ID]);
  const answers = [{ ident: 'topic', value: OPTIONS.invoice }];
  visit.tell('visitor', `chooses the topic "Invoice" in the survey: ${HELLO}`);
  visit.tell('agent', await visitor.submitSurvey(answers, HELLO));
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const formConflict = async (visit) => {
  const calls = /** @type {const} */ ([SET_ID, ['setContactCustomField', 'topic', OPTIONS.delivery]]);
  const visitor = await embed(visit, CHANNELS.survey, calls);
  const answers = [{ ident: 'topic', value: OPTIONS.invoice }];
  visit.tell('visitor', `chooses the topic "Invoice" in the survey: ${HELLO}`);
  visit.tell('agent', await visitor.submitSurvey(answers, HELLO, 'beside'));
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const firstMessageFailed = async (visit) => {
  const visitor = await embed(visit, CHANNELS.failing, [SET_ID]);
  try {
    await talk(visit, visitor, HELLO);
  } catch (error) {
    visit.tell('tenant', String(error));
  }
  return storedOf(visit, visitor.thread.id);
};

/**
 * The page gives the right thing, and the order of things decides.
 *
 * @type {Record<string, Play>}
 */
export const momentScenarios = {
  'cxone-digital/later-field': laterField,
  'cxone-digital/undefined-later-field': undefinedLater,
  'cxone-digital/race-before-case': raceBeforeCase,
  'cxone-digital/auto-first-message': autoFirstMessage,
  'cxone-digital/closed-contact': closedContact,
  'cxone-digital/pre-chat-form': preChatForm,
  'cxone-digital/form-conflict': formConflict,
  'cxone-digital/first-message-failed': firstMessageFailed,
};

/** @import { Play } from '../../visit.ts' */
/** @import { CxoneFunction } from '../../sdk/cxone-digital/types.ts' */
import { installStub } from '../../sdk/cxone-digital/loader.js';
import { callGlobal, page } from '../call.js';
import { storedOf } from '../stored.js';
import { embed, talk } from './embed.js';
import { CHANNELS, HELLO, SET_ID } from './values.js';

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

/** @type {Play} */
const callThrew = async (visit) => {
  const { tell } = visit;
  const visitor = await embed(visit, CHANNELS.plain, [], 3);
  try {
    callGlobal('cxone', tell, 'chat', 'setContactCustomField', 'crm_customer_id', 882_910);
  } catch (error) {
    tell('wrapper', `catches the error and goes on: ${error}`);
  }
  await talk(visit, visitor, HELLO);
  return storedOf(visit, visitor.thread.id);
};

/**
 * Something stands between the page and the SDK.
 *
 * @type {Record<string, Play>}
 */
export const wrappedScenarios = {
  'cxone-digital/never-sent': neverSent,
  'cxone-digital/stub-replaced': stubReplaced,
  'cxone-digital/call-threw': callThrew,
};

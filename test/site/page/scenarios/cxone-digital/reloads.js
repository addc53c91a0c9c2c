/** @import { Play, Visit } from '../../visit.ts' */
import { callGlobal } from '../call.js';
import { storedOf } from '../stored.js';
import { embed, talk } from './embed.js';
import { CHANNELS, HELLO, SET_ID } from './values.js';

/**
 * Tells that the page comes back, once everything before it is done.
 *
 * @param {Visit} visit
 */
function reload(visit) {
  visit.tell('page', 'is loaded anew.');
  return visit.reload();
}

/**
 * The page does the same on each of its loads, and the second one recovers the contact of the first.
 *
 * @param {string} channel
 * @returns {Play}
 */
const recoveredOpen = (channel) => async (visit) => {
  const visitor = await embed(visit, channel, [SET_ID]);
  await talk(visit, visitor, HELLO);
  return visit.again ? storedOf(visit, visitor.thread.id) : reload(visit);
};

/** @type {Play} */
const recoveredClosed = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, visit.again ? [] : [SET_ID]);
  if (!visit.again) {
    await talk(visit, visitor, HELLO);
    await visitor.end();
    return reload(visit);
  }
  visit.tell('SDK', 'has recovered a contact that is closed, and takes it for one that exists.');
  callGlobal('cxone', visit.tell, 'chat', ...SET_ID);
  await talk(visit, visitor, 'One more question.');
  return storedOf(visit, visitor.thread.id);
};

/** @type {Play} */
const lostInReload = async (visit) => {
  const visitor = await embed(visit, CHANNELS.plain, visit.again ? [] : [SET_ID]);
  if (!visit.again) return reload(visit);
  await talk(visit, visitor, HELLO);
  return storedOf(visit, visitor.thread.id);
};

/**
 * The page is loaded anew between setting the fields and what they are for.
 *
 * @type {Record<string, Play>}
 */
export const reloadScenarios = {
  'cxone-digital/recovered-open': recoveredOpen(CHANNELS.plain),
  'cxone-digital/off-loaded': recoveredOpen(CHANNELS.offloading),
  'cxone-digital/recovered-closed': recoveredClosed,
  'cxone-digital/reload': lostInReload,
};

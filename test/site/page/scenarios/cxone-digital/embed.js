/** @import { Visit } from '../../visit.ts' */
/** @import { Visitor } from '../../sdk/cxone-digital/types.ts' */
import { installStub, load } from '../../sdk/cxone-digital/loader.js';
import { callGlobal } from '../call.js';
import { BRAND_ID } from './values.js';

/**
 * The page embeds the hosted widget and sets fields before the loader comes, as the vendor's examples do.
 *
 * @param {Visit} visit
 * @param {string} channelId
 * @param {readonly (readonly [command: string, ...args: readonly unknown[]])[]} calls of the module `chat`
 * @param {number} [version] of the loader
 * @returns {Promise<Visitor>} once the gateway has authorized the visitor
 */
export function embed(visit, channelId, calls, version) {
  const { tell, origin } = visit;
  installStub(origin, version);
  callGlobal('cxone', tell, 'chat', 'init', BRAND_ID, channelId);
  for (const call of calls) callGlobal('cxone', tell, 'chat', ...call);
  tell('SDK', 'replaces the stub and does what was called.');
  return load(visit).visitor();
}

/**
 * The visitor sends a message, and the agent replies.
 *
 * @param {Visit} visit
 * @param {Visitor} visitor
 * @param {string} text
 */
export async function talk({ tell }, visitor, text) {
  tell('visitor', text);
  tell('agent', await visitor.say(text));
}

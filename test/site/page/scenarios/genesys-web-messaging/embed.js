/** @import { Visit } from '../../visit.ts' */
/** @import { Attributes } from '../../sdk/genesys/types.ts' */
/** @import { Messenger } from '../../sdk/genesys/messenger.js' */
import { bootstrap, installStub } from '../../sdk/genesys/bootstrap.js';
import { callGlobal } from '../call.js';

/**
 * The page gives attributes to the Messenger.
 *
 * @param {Visit} visit
 * @param {Attributes} customAttributes
 */
export function set({ tell }, customAttributes) {
  callGlobal('Genesys', tell, 'command', 'Database.set', { messaging: { customAttributes } });
}

/**
 * The page embeds the Messenger, and does something once its database is ready, as the vendor's documents tell.
 *
 * @param {Visit} visit
 * @param {string} deploymentId
 * @param {() => void} [whenReady]
 * @returns {Promise<Messenger>} once the database is ready
 */
export async function embed(visit, deploymentId, whenReady = () => undefined) {
  installStub(deploymentId);
  callGlobal('Genesys', visit.tell, 'subscribe', 'Database.ready', whenReady);
  visit.tell('SDK', 'replaces the stub.');
  const messenger = bootstrap(visit);
  await messenger.start();
  return messenger;
}

/**
 * The visitor opens the Messenger.
 *
 * @param {Visit} visit
 * @param {Messenger} messenger
 */
export async function open({ tell }, messenger) {
  callGlobal('Genesys', tell, 'command', 'Messenger.open');
  await messenger.open();
  tell('SDK', 'has its session, in a frame of another origin.');
}

/**
 * The visitor sends a message, and the agent replies.
 *
 * @param {Visit} visit
 * @param {Messenger} messenger
 * @param {string} text
 */
export async function talk({ tell }, messenger, text) {
  tell('visitor', text);
  try {
    tell('agent', await messenger.say(text));
  } catch (error) {
    tell('tenant', String(error));
  }
}

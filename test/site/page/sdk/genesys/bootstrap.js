/** @import { Visit } from '../../visit.ts' */
/** @import { GenesysFunction } from './types.ts' */
import { page } from '../../scenarios/call.js';
import { Messenger } from './messenger.js';

/**
 * What a page has in its HTML: a function that takes note of its calls until the bootstrap script comes.
 *
 * @param {string} deploymentId
 */
export function installStub(deploymentId) {
  /** @type {GenesysFunction} */
  const stub = (...args) => {
    stub.q ??= [];
    stub.q.push(args);
  };
  stub.t = Date.now();
  stub.c = { environment: 'demo', deploymentId };
  page.Genesys = stub;
}

/**
 * Replaces the stub by the Messenger's own function, and does what was called before.
 *
 * @param {Visit} visit
 * @returns {Messenger} which is not ready: its configuration is still to come
 */
export function bootstrap(visit) {
  const stub = page.Genesys;
  const messenger = new Messenger(visit, stub?.c?.deploymentId ?? '');
  page.Genesys = (...args) => messenger.obey(args);
  for (const call of stub?.q ?? []) messenger.obey(call);
  return messenger;
}

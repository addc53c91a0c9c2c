/** @import { Play, Visit } from '../../visit.ts' */
/** @import { GenesysFunction } from '../../sdk/genesys/types.ts' */
import { callGlobal, page } from '../call.js';
import { storedOf } from '../stored.js';
import { embed, open, set, talk } from './embed.js';
import { DEPLOYMENTS, HELLO, RIGHT } from './values.js';

/** @type {Play} */
const beforeReady = async (visit) => {
  const ready = embed(visit, DEPLOYMENTS.plain);
  set(visit, RIGHT);
  visit.tell('SDK', 'rejects: its database is not ready, and the page has not asked to be told.');
  const messenger = await ready;
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const neverSent = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.plain);
  const genesys = page.Genesys;
  /** @type {GenesysFunction} */
  const wrapper = (kind, name, ...args) => {
    visit.tell('wrapper', 'lets the Messenger through, and nothing that knows the customer.');
    if (String(name).startsWith('Messenger.')) genesys?.(kind, name, ...args);
  };
  page.Genesys = wrapper;
  set(visit, RIGHT);
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const noNextMessage = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.plain);
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  set(visit, RIGHT);
  const stored = await storedOf(visit, messenger.token);
  visit.tell('visitor', 'ends the conversation.');
  await messenger.clear();
  return stored;
};

/**
 * The page takes an attribute back, as the vendor's documents tell.
 *
 * @param {Visit} visit
 */
const takeBack = ({ tell }) =>
  callGlobal('Genesys', tell, 'command', 'Database.remove', {
    name: 'messaging.customAttributes.crm_customer_id',
  });

/** @type {Play} */
const removedAfterSent = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.echoing, () => set(visit, RIGHT));
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  takeBack(visit);
  await talk(visit, messenger, 'Forget who I am.');
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const takenBack = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.plain, () => set(visit, RIGHT));
  takeBack(visit);
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const laterMessage = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.echoing);
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  set(visit, RIGHT);
  await talk(visit, messenger, 'It is order A-1.');
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const firstMessageFailed = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.limiting, () => set(visit, RIGHT));
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  await talk(visit, messenger, 'Are you there?');
  return storedOf(visit, messenger.token);
};

/** @type {Play} */
const reload = async (visit) => {
  const messenger = await embed(visit, DEPLOYMENTS.plain, () => !visit.again && set(visit, RIGHT));
  await open(visit, messenger);
  if (!visit.again) {
    visit.tell('page', 'is loaded anew.');
    return visit.reload();
  }
  await talk(visit, messenger, HELLO);
  return storedOf(visit, messenger.token);
};

/**
 * The page gives the right thing, and the order of things, or somebody in between, decides.
 *
 * @type {Record<string, Play>}
 */
export const momentScenarios = {
  'genesys-web-messaging/later-message': laterMessage,
  'genesys-web-messaging/before-ready': beforeReady,
  'genesys-web-messaging/never-sent': neverSent,
  'genesys-web-messaging/no-next-message': noNextMessage,
  'genesys-web-messaging/first-message-failed': firstMessageFailed,
  'genesys-web-messaging/reload': reload,
  'genesys-web-messaging/removed-after-sent': removedAfterSent,
  'genesys-web-messaging/taken-back': takenBack,
};

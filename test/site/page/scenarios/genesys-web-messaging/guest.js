/** @import { Play, Visit } from '../../visit.ts' */
/** @import { Place } from '../../sdk/genesys/types.ts' */
import { GuestSession } from '../../sdk/genesys/guest-session.js';
import { storedOf } from '../stored.js';
import { DEPLOYMENTS, HELLO, RIGHT } from './values.js';

/**
 * The page has a chat window of its own over the guest API, so that the socket is in the page.
 *
 * @param {Visit} visit
 * @param {string} deploymentId
 * @param {(session: GuestSession) => Promise<unknown>} use
 */
async function ownWindow({ tell, origin }, deploymentId, use) {
  const token = crypto.randomUUID();
  const api = origin.replace(/^http/, 'ws');
  tell('page', 'opens the guest API by itself.');
  await use(await GuestSession.open({ api, deploymentId, application: 'own-window', token }));
  return token;
}

/**
 * @param {string} deployment
 * @param {Place} place
 * @returns {Play}
 */
const saying = (deployment, place) => async (visit) => {
  const { tell } = visit;
  const token = await ownWindow(visit, deployment, async (session) => {
    tell('page', `puts the attributes ${place === 'message' ? 'into' : 'beside'} the message.`);
    tell('visitor', HELLO);
    tell('agent', await session.say(HELLO, RIGHT, place));
  });
  return storedOf(visit, token);
};

/** @type {Play} */
const autostart = async (visit) => {
  const token = await ownWindow(visit, DEPLOYMENTS.echoing, async (session) => {
    visit.tell('page', 'joins the conversation with its attributes, before anybody has said a word.');
    await session.join(RIGHT);
    visit.tell('agent', await session.say(HELLO));
  });
  return storedOf(visit, token);
};

/** @type {Record<string, Play>} */
export const guestScenarios = {
  'genesys-web-messaging/own-window': saying(DEPLOYMENTS.echoing, 'message'),
  'genesys-web-messaging/autostart': autostart,
  'genesys-web-messaging/legacy-place': saying(DEPLOYMENTS.plain, 'channel'),
};

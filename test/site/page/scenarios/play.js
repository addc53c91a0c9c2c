/** @import { Play } from '../visit.ts' */

/**
 * The scenarios of each protocol. A page plays one of them, and loads what that one needs: each loading of the page is a
 * good part of what a run of all scenarios takes.
 *
 * @type {Readonly<Record<string, () => Promise<Readonly<Record<string, Play>>>>>}
 */
const PLAYS = {
  'cxone-web-messaging': async () =>
    (await import('./cxone-web-messaging/scenarios.js')).cxoneWebMessagingScenarios,
  'cxone-digital': async () => (await import('./cxone-digital/scenarios.js')).cxoneDigitalScenarios,
  'genesys-web-messaging': async () =>
    (await import('./genesys-web-messaging/scenarios.js')).genesysWebMessagingScenarios,
  'genesys-web-chat': async () => (await import('./genesys-web-chat/scenarios.js')).genesysWebChatScenarios,
  'acme-gateway': async () => (await import('./acme-gateway/scenarios.js')).acmeGatewayScenarios,
};

/**
 * @param {string} dialect
 * @returns {Promise<Readonly<Record<string, Play>>>} how to play each scenario of this protocol, by its id
 */
export const playsOf = async (dialect) => (await PLAYS[dialect]?.()) ?? {};

/**
 * @param {{ readonly id: string, readonly dialect: string }} scenario
 * @returns {Promise<Play>} rejects when the page has no such scenario
 */
export async function playOf({ id, dialect }) {
  const play = (await playsOf(dialect))[id];
  if (!play) throw new Error(`The page does not know how to play "${id}".`);
  return play;
}

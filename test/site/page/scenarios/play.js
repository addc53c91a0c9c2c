/** @import { Play } from '../visit.ts' */
import { acmeGatewayScenarios } from './acme-gateway/scenarios.js';
import { cxoneDigitalScenarios } from './cxone-digital/scenarios.js';
import { framedScenarios } from './framed.js';
import { genesysWebChatScenarios } from './genesys-web-chat/scenarios.js';
import { genesysWebMessagingScenarios } from './genesys-web-messaging/scenarios.js';
import { lateScenarios } from './late.js';
import { plainScenarios } from './plain.js';
import { talking } from './talk.js';
import { wrappedScenarios } from './wrapped.js';

const chats = Object.entries({
  ...plainScenarios,
  ...wrappedScenarios,
  ...lateScenarios,
  ...framedScenarios,
});

/** @type {ReadonlyMap<string, Play>} */
export const PLAYS = new Map([
  ...chats.map(([id, startChats]) => /** @type {const} */ ([id, talking(startChats)])),
  ...Object.entries(cxoneDigitalScenarios),
  ...Object.entries(genesysWebMessagingScenarios),
  ...Object.entries(genesysWebChatScenarios),
  ...Object.entries(acmeGatewayScenarios),
]);

/** @import { Play } from '../../visit.ts' */
import { framedScenarios } from './framed.js';
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

/** @type {Record<string, Play>} */
export const cxoneWebMessagingScenarios = Object.fromEntries(
  chats.map(([id, startChats]) => [id, talking(startChats)]),
);

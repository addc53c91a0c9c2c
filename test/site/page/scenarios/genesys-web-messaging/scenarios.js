/** @import { Play } from '../../visit.ts' */
import { givenScenarios } from './given.js';
import { guestScenarios } from './guest.js';
import { momentScenarios } from './moments.js';

/** @type {Record<string, Play>} */
export const genesysWebMessagingScenarios = { ...givenScenarios, ...momentScenarios, ...guestScenarios };

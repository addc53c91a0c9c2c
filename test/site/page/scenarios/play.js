/** @import { Play } from '../types.ts' */
import { framedScenarios } from './framed.js';
import { lateScenarios } from './late.js';
import { plainScenarios } from './plain.js';
import { wrappedScenarios } from './wrapped.js';

/** @type {ReadonlyMap<string, Play>} */
export const PLAYS = new Map(
  Object.entries({ ...plainScenarios, ...wrappedScenarios, ...lateScenarios, ...framedScenarios }),
);

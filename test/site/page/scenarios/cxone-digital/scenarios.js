/** @import { Play } from '../../visit.ts' */
import { fieldScenarios } from './fields.js';
import { momentScenarios } from './moments.js';
import { ownWindowScenarios } from './own-window.js';
import { reloadScenarios } from './reloads.js';
import { wrappedScenarios } from './wrapped.js';

/** @type {Record<string, Play>} */
export const cxoneDigitalScenarios = {
  ...fieldScenarios,
  ...momentScenarios,
  ...reloadScenarios,
  ...wrappedScenarios,
  ...ownWindowScenarios,
};

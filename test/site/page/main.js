/** @import { Mapping, Scenario } from './types.ts' */
import { browserVisit } from './browser-visit.js';
import { tell } from './log-view.js';
import { showMapping } from './mapping-view.js';
import { showScenario, showState } from './run-view.js';
import { showScenarios } from './scenario-list.js';
import { playOf } from './scenarios/play.js';
import { showStored } from './stored-view.js';

const { dataset } = document.documentElement;

/**
 * Runs a scenario to its end: the chat has started, a word was exchanged, and the backend was asked what it stored.
 *
 * @param {Scenario} scenario
 */
async function run(scenario) {
  const play = await playOf(scenario);
  for (const stored of await play(browserVisit(scenario.id, tell))) showStored(stored);
}

/** @param {Scenario} scenario */
async function runOnLoad(scenario) {
  dataset.scenarioId = scenario.id;
  dataset.scenario = 'running';
  showState('running');
  showScenario(scenario);
  try {
    await run(scenario);
    showState('done');
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  } finally {
    // Drivers wait for this, whatever came of it.
    dataset.scenario = 'done';
  }
}

/** @param {string} message */
function fail(message) {
  dataset.scenarioError = message;
  tell('page', message);
  showState('failed');
}

/**
 * @param {string} path
 * @returns {Promise<any>} the JSON that the server holds there
 */
const fetchJson = async (path) => (await fetch(path)).json();

const chosen = new URLSearchParams(location.search).get('scenario');
/** @type {Scenario[]} */
const scenarios = await fetchJson('/scenarios.json');
const scenario = scenarios.find(({ id }) => id === chosen);
const shown = scenario ?? scenarios[0];
/** @type {Mapping} */
const mapping = await fetchJson(`/${shown?.mapping}`);
showScenarios(scenarios, chosen);
showMapping(mapping);
if (scenario) {
  await runOnLoad(scenario);
} else if (chosen === null) {
  (await import('./idle.js')).idle(tell);
} else {
  dataset.scenarioId = chosen;
  fail(`There is no scenario "${chosen}".`);
  dataset.scenario = 'done';
}

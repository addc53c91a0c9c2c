/** @import { Mapping, Scenario } from './types.ts' */
import { browserVisit } from './browser-visit.js';
import { tell } from './log-view.js';
import { showMapping } from './mapping-view.js';
import { showScenario, showState } from './run-view.js';
import { showScenarios } from './scenario-list.js';
import { page } from './scenarios/call.js';
import { PLAYS } from './scenarios/play.js';
import { DEPLOYMENT } from './scenarios/values.js';
import { Chats } from './sdk/chats.js';
import { createCxoneChat } from './sdk/cxone-chat.js';
import { createMessengerClass } from './sdk/messenger.js';
import { showStored } from './stored-view.js';

const { dataset } = document.documentElement;

/**
 * Runs a scenario to its end: the chat has started, a word was exchanged, and the backend was asked what it stored.
 *
 * @param {Scenario} scenario
 */
async function run({ id }) {
  const play = PLAYS.get(id);
  if (!play) throw new Error(`The page does not know how to play "${id}".`);
  for (const stored of await play(browserVisit(id, tell))) showStored(stored);
}

/** Nothing was chosen: the SDK is there as documented, for whoever wants to call it from the console. */
function idle() {
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
  page.GenesysCloudWebMessaging = createMessengerClass(tell);
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
  idle();
} else {
  dataset.scenarioId = chosen;
  fail(`There is no scenario "${chosen}".`);
  dataset.scenario = 'done';
}

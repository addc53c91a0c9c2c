/** @import { Mapping, Scenario } from './types.ts' */
import { tell } from './log-view.js';
import { showMapping } from './mapping-view.js';
import { readBack } from './read-back.js';
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
async function run(scenario) {
  const play = PLAYS.get(scenario.id);
  if (!play) throw new Error(`The page does not know how to play "${scenario.id}".`);
  for (const chat of await play(tell)) {
    await chat.ask('Hello, I have a question about my order.');
    const stored = await readBack(chat.session.conversationId);
    tell('page', 'reads the conversation back:', JSON.stringify(stored.custom_attributes));
    showStored(stored);
  }
}

/** Nothing was chosen: the SDK is there as documented, for whoever wants to call it from the console. */
function idle() {
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
  page.GenesysCloudWebMessaging = createMessengerClass(tell);
}

/**
 * @param {readonly Scenario[]} scenarios
 * @param {string} id
 */
async function runOnLoad(scenarios, id) {
  dataset.scenarioId = id;
  dataset.scenario = 'running';
  showState('running');
  try {
    const scenario = scenarios.find((candidate) => candidate.id === id);
    if (!scenario) throw new Error(`There is no scenario "${id}".`);
    showScenario(scenario);
    await run(scenario);
    showState('done');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    dataset.scenarioError = message;
    tell('page', message);
    showState('failed');
  } finally {
    // Drivers wait for this, whatever came of it.
    dataset.scenario = 'done';
  }
}

/**
 * @param {string} path
 * @returns {Promise<any>} the JSON that the server holds there
 */
const fetchJson = async (path) => (await fetch(path)).json();

const chosen = new URLSearchParams(location.search).get('scenario');
/** @type {[Scenario[], Mapping]} */
const [scenarios, mapping] = await Promise.all([
  fetchJson('/scenarios.json'),
  fetchJson('/demo.mapping.json'),
]);
showScenarios(scenarios, chosen);
showMapping(mapping);
if (chosen === null) idle();
else await runOnLoad(scenarios, chosen);

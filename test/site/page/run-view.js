/** @import { Scenario } from './types.ts' */
import { byId, make } from './dom.js';

const STATES = { running: '◌ running', done: '✓ done, the chat stays open', failed: '✕ failed' };

/** @param {keyof typeof STATES} state */
export function showState(state) {
  byId('state').hidden = false;
  byId('state').textContent = STATES[state];
  byId('state').dataset.state = state;
}

/**
 * Shows which scenario runs, and what the panel should say about it.
 *
 * @param {Scenario} scenario
 */
export function showScenario({ title, summary, expected }) {
  document.title = `${title} · Chat demo`;
  byId('title').textContent = title;
  byId('summary').textContent = summary;
  const findings = expected.findings.map((finding) => make('code', {}, finding));
  byId('expected').hidden = false;
  byId('expected').replaceChildren(
    'The panel should say: ',
    make('b', {}, expected.verdict),
    ...findings.flatMap((finding) => [' with ', finding]),
    '.',
  );
}

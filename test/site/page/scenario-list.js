/** @import { Scenario } from './types.ts' */
import { byId, make } from './dom.js';

/**
 * Shows one button a scenario, by group. The buttons submit a form, so that every scenario starts on a fresh page.
 *
 * @param {readonly Scenario[]} scenarios
 * @param {string | null} current
 */
export function showScenarios(scenarios, current) {
  const groups = [...new Set(scenarios.map((scenario) => scenario.group))];
  for (const group of groups) {
    const buttons = scenarios
      .filter((scenario) => scenario.group === group)
      .map((scenario) => make('li', {}, button(scenario, scenario.id === current)));
    byId('scenarios').append(make('section', {}, make('h3', {}, group), make('ul', {}, ...buttons)));
  }
}

/**
 * @param {Scenario} scenario
 * @param {boolean} current
 */
function button({ id, title, summary }, current) {
  return make(
    'button',
    { name: 'scenario', value: id, ...(current && { 'aria-current': 'true' }) },
    make('strong', {}, title),
    make('span', {}, summary),
  );
}

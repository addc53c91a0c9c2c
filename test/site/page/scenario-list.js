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
  scrollToCurrent();
}

/** Where the list has a scroll bar of its own, a fresh page shows again what was pressed. The page itself stays at its top. */
function scrollToCurrent() {
  const list = byId('scenarios').closest('nav');
  const current = list?.querySelector('[aria-current]');
  if (list && current) {
    list.scrollTop =
      current.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
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

/** @import { Scenario } from './types.ts' */
import { labelOf } from './dialects.js';
import { byId, make } from './dom.js';

/**
 * Shows one button a scenario, by protocol and group. The buttons submit a form, so that every scenario starts on a fresh
 * page.
 *
 * @param {readonly Scenario[]} scenarios
 * @param {string | null} current
 */
export function showScenarios(scenarios, current) {
  for (const [dialect, spoken] of groupBy(scenarios, ({ dialect }) => dialect)) {
    const sections = [...groupBy(spoken, ({ group }) => group)].map(([group, members]) => {
      const items = members.map((scenario) => make('li', {}, button(scenario, scenario.id === current)));
      return make('section', {}, make('h4', {}, group), make('ul', {}, ...items));
    });
    const summary = make('summary', {}, make('h3', {}, labelOf(dialect)), String(spoken.length));
    byId('scenarios').append(make('details', { open: '' }, summary, ...sections));
  }
  scrollToCurrent();
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @returns {ReadonlyMap<string, readonly T[]>} in the order in which the keys first occur
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
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

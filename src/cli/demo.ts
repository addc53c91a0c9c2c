import { fileURLToPath } from 'node:url';
import { SCENARIOS } from '../../test/site/scenarios.ts';
import { UsageError } from './usage-error.ts';

/** The mapping that the demo page's payloads should match. */
export const DEMO_MAPPING = fileURLToPath(new URL('../../test/site/demo.mapping.json', import.meta.url));

/** What the demo page says once it has run a scenario to its end. */
export const SCENARIO_DONE = 'html[data-scenario="done"]';

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id);

/** The address on the demo page that runs a scenario as soon as it is opened. */
export const scenarioUrl = (site: string, id: string): string =>
  `${site}/?scenario=${encodeURIComponent(id)}`;

/** @throws UsageError when the demo page has no such scenario */
export function requireScenario(id: string): void {
  if (SCENARIO_IDS.includes(id)) return;
  throw new UsageError(`There is no scenario "${id}": the demo page has ${SCENARIO_IDS.join(', ')}.`);
}

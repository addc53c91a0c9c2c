import { fileURLToPath } from 'node:url';
import { SCENARIOS } from '../../test/site/scenarios.ts';
import { nearestName } from '../core/json/near.ts';
import { UsageError } from './usage-error.ts';

/** The file of a mapping that payloads of the demo page should match. */
const mappingFile = (name: string): string =>
  fileURLToPath(new URL(`../../test/site/${name}`, import.meta.url));

/** The mapping of the demo page's own protocol. */
export const DEMO_MAPPING = mappingFile('demo.mapping.json');

/** What the demo page says once it has run a scenario to its end. */
export const SCENARIO_DONE = 'html[data-scenario="done"]';

export const SCENARIO_IDS: readonly string[] = SCENARIOS.map(({ id }) => id);

/** The address on the demo page that runs a scenario as soon as it is opened. */
export const scenarioUrl = (site: string, id: string): string =>
  `${site}/?scenario=${encodeURIComponent(id)}`;

/** The mapping that a scenario's payload should match. */
export const mappingOf = (id: string): string => {
  const scenario = SCENARIOS.find((one) => one.id === id);
  return scenario ? mappingFile(scenario.mapping) : DEMO_MAPPING;
};

/** @throws UsageError when the demo page has no such scenario */
export function requireScenario(id: string): void {
  if (SCENARIO_IDS.includes(id)) return;
  const near = nearestName(id, SCENARIO_IDS);
  const hint = near === null ? `such as ${SCENARIO_IDS.slice(0, 3).join(', ')}` : `did you mean ${near}?`;
  throw new UsageError(`There is no scenario "${id}" (${hint}): \`--scenario all\` lists every one.`);
}

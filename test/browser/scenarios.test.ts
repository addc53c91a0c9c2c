import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingIds, worstVerdict } from '../../src/cli/verdict.ts';
import { SCENARIOS } from '../site/scenarios.ts';
import { clickScenario, type Demo, openDemo, readPanel } from './support/demo.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

test.each(SCENARIOS)('$id: the panel says $expected.verdict $expected.findings', async ({ id, expected }) => {
  await clickScenario(demo, id);
  const conversations = await readPanel(demo, id);
  expect({ verdict: worstVerdict(conversations), findings: findingIds(conversations) }).toEqual(expected);
});

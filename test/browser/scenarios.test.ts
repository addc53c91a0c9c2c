import { afterAll, beforeAll, expect, test } from 'vitest';
import { observeDeclared } from '../../src/cli/browser/observe-declared.ts';
import { mappingOf } from '../../src/cli/demo.ts';
import { findingIds, worstVerdict } from '../../src/cli/verdict.ts';
import { SCENARIOS } from '../site/scenarios.ts';
import { clickScenario, type Demo, openDemo, readPanel } from './support/demo.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

for (const { id, expected } of SCENARIOS) {
  test(`${id}: the panel says ${[expected.verdict, ...expected.findings].join(', ')}`, async () => {
    const mapping = mappingOf(id);
    await demo.page.goto(demo.url);
    await observeDeclared(demo, mapping);
    await clickScenario(demo, id);
    const conversations = await readPanel(demo, mapping);
    expect({ verdict: worstVerdict(conversations), findings: findingIds(conversations) }).toEqual(expected);
  });
}

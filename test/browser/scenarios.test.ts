import { afterAll, beforeAll, describe, test } from 'vitest';
import { observeDeclared } from '../../src/cli/browser/observe-declared.ts';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { importMapping, settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { checkMapping } from '../../src/cli/check-mapping.ts';
import { mappingOf } from '../../src/cli/demo.ts';
import { findingIds, worstVerdict } from '../../src/cli/verdict.ts';
import { SCENARIOS } from '../site/scenarios.ts';
import { clickScenario, type Demo, openDemo } from './support/demo.ts';
import { createLanes, type Lanes } from './support/lanes.ts';

/** A scenario is mostly waiting, so that two browsers need less time than one, on two cores as well. */
const BROWSERS = 2;

let lanes: Lanes<Demo>;

beforeAll(async () => {
  // Once: the browsers would build it side by side.
  await buildExtension();
  lanes = createLanes(await Promise.all(Array.from({ length: BROWSERS }, openDemo)));
});

afterAll(() => lanes?.close((demo) => demo.close()));

describe.concurrent('the panel on the demo page', () => {
  for (const { id, expected } of SCENARIOS) {
    test(`${id}: ${[expected.verdict, ...expected.findings].join(', ')}`, ({ expect }) =>
      lanes.take(async (demo) => {
        const mapping = mappingOf(id);
        if (checkMapping(mapping).declaration !== undefined) {
          await demo.page.goto(demo.url);
          await observeDeclared(demo, mapping);
        }
        await clickScenario(demo, id);
        await importMapping(demo.panel, mapping);
        await settle(demo.panel);
        // It has rested once by now; on a busy machine the last answer of a tenant may be still under way.
        await expect
          .poll(async () => resultOf(await readConversations(demo.panel)), { timeout: 45_000 })
          .toEqual(expected);
      }));
  }
});

const resultOf = (conversations: Awaited<ReturnType<typeof readConversations>>) => ({
  verdict: worstVerdict(conversations),
  findings: findingIds(conversations),
});

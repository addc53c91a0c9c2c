import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveExport } from '../../src/cli/browser/use-panel.ts';
import { mappingOf } from '../../src/cli/demo.ts';
import { clickScenario, type Demo, openDemo, readPanel } from './support/demo.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

const NOTES = [
  ['genesys-web-chat/healthy', ['retired', 'not-visible'], '6 November 2025'],
  ['cxone-digital/hidden-field', ['hidden', 'not-visible'], 'churn_risk as hidden'],
] as const;

test.each(NOTES)('%s passes, and the panel and the report note %j', async (id, kinds, words) => {
  await clickScenario(demo, id);
  const [shown] = await readPanel(demo, mappingOf(id));
  expect(shown).toMatchObject({ verdict: 'pass', findings: [] });
  expect(shown?.notes).toHaveLength(kinds.length);
  expect(shown?.notes.join()).toContain(words);

  const { conversations } = JSON.parse(await saveExport(demo, 'export-report-json'));
  const notes = kinds.map((kind) => expect.objectContaining({ kind }));
  expect(conversations).toMatchObject([{ verdict: 'pass', notes }]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readConversations, type ShownConversation } from '../../src/cli/browser/read-trace.ts';
import { importCapture, saveExport } from '../../src/cli/browser/use-panel.ts';
import { mappingOf } from '../../src/cli/demo.ts';
import { clickScenario, type Demo, openDemo, readPanel } from './support/demo.ts';

const schema: Schema = JSON.parse(
  readFileSync(new URL('../../public/report.schema.json', import.meta.url), 'utf8'),
);

let demo: Demo;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  demo = await openDemo();
});

// Back from the imported capture to the page.
afterEach(() => demo.panel.locator('[data-action="clear"]').click());

afterAll(async () => {
  await demo?.close();
  rmSync(folder, { recursive: true });
});

/** The part of a conversation that both the panel and the report say in the same words. */
function outline(conversations: readonly ShownConversation[]) {
  return conversations.map(({ verdict, dialect, attributes, findings }) => ({
    verdict,
    dialect,
    attributes: attributes.map((attribute) => ({
      key: attribute.key,
      namespace: attribute.namespace,
      verdict: attribute.verdict,
      stages: Object.fromEntries(
        attribute.cells.map(({ stage, state, path }) => [stage, { state, ...(path !== null && { path }) }]),
      ),
      findings: attribute.findings,
    })),
    findings,
  }));
}

/** The report of the page that is shown, as it is exported, in the form that its schema tells. */
async function exportReport(): Promise<unknown> {
  const report: unknown = JSON.parse(await saveExport(demo, 'export-report-json'));
  expect(new Validator(schema, '2020-12').validate(report).errors).toEqual([]);
  return report;
}

test.each(['attributes-custom', 'thread-customer-id', 'value-changed', 'two-chats'])(
  '%s: the exported report says what the panel shows, and the exported capture shows it again when it is imported',
  async (scenario) => {
    await clickScenario(demo, scenario);
    const shown = outline(await readPanel(demo));
    expect(await exportReport()).toMatchObject({ url: demo.page.url(), conversations: shown, lost: 0 });

    const file = join(folder, `${scenario}.capture.json`);
    writeFileSync(file, await saveExport(demo, 'export-capture'));
    await demo.panel.locator('[data-action="clear"]').click();
    await demo.panel.waitForSelector('[data-conversation]', { hidden: true });
    await importCapture(demo.panel, file);
    await demo.panel.waitForSelector('[data-conversation]');
    expect(outline(await readConversations(demo.panel))).toEqual(shown);
  },
);

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

  const notes = kinds.map((kind) => expect.objectContaining({ kind }));
  expect(await exportReport()).toMatchObject({ conversations: [{ verdict: 'pass', notes }] });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { importMapping, settle } from '../../src/cli/browser/use-panel.ts';
import { SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import { findingIds } from '../../src/cli/verdict.ts';
import { type Demo, openDemo } from './support/demo.ts';

const MAPPING = {
  version: 1,
  name: 'Whoever is logged in',
  dialect: 'cxone-web-messaging',
  unmapped: 'ignore',
  attributes: [
    {
      key: 'crm_customer_id',
      namespace: 'custom',
      required: true,
      expected: { page: 'dataLayer.0.user.crmId' },
    },
  ],
};

let demo: Demo;
const folder = createTemporaryFolder('page-values');
const file = join(folder.path, 'page.mapping.json');

beforeAll(async () => {
  writeFileSync(file, JSON.stringify(MAPPING));
  demo = await openDemo();
});

afterAll(async () => {
  await demo?.close();
  folder.remove();
});

test('a mapping is one click from the fields that the tenant defines', async () => {
  const { page, panel, url } = demo;
  await page.goto(scenarioUrl(url, 'cxone-digital/healthy'));
  await page.waitForSelector(SCENARIO_DONE);
  await settle(panel);
  await panel.locator('[data-action="mapping-from-tenant"]').click();
  await panel.waitForSelector('[data-mapping-row="contact:crm_customer_id"]');
  await panel.waitForSelector('[data-mapping-row="customer:customer_tier"]');
  await panel.waitForSelector('[data-attribute][data-key="crm_customer_id"][data-verdict="pass"]');
  expect(await panel.$$('[data-finding][data-severity="error"]')).toHaveLength(0);
});

/** Plays the good scenario on a page that says who is logged in. */
async function playAs(script: string): Promise<void> {
  const { identifier } = await demo.page.evaluateOnNewDocument(script);
  await demo.page.goto(scenarioUrl(demo.url, 'attributes-custom'));
  await demo.page.waitForSelector(SCENARIO_DONE);
  await demo.page.removeScriptToEvaluateOnNewDocument(identifier);
  await importMapping(demo.panel, file);
  await settle(demo.panel);
}

/** What the panel says once it has read the page. */
async function shownOnce(verdict: string): Promise<readonly string[]> {
  await demo.panel.waitForSelector(`[data-attribute][data-key="crm_customer_id"][data-verdict="${verdict}"]`);
  return findingIds(await readConversations(demo.panel));
}

test('the id that was sent is compared with the one that the page has', async () => {
  await playAs('window.dataLayer = [{ user: { crmId: "CRM-882910" } }]');
  expect(await shownOnce('pass')).toEqual([]);
});

test('the id of somebody else is found', async () => {
  await playAs('window.dataLayer = [{ user: { crmId: "CRM-000001" } }]');
  expect(await shownOnce('fail')).toEqual(['value/unexpected']);
});

test('no getter of the page is run, and its value stays unknown', async () => {
  await playAs(
    'window.dataLayer = [{ get user() { window.gotRead = true; return { crmId: "CRM-000001" }; } }]',
  );
  expect(await shownOnce('unknown')).toEqual([]);
  expect(await demo.page.evaluate(() => Reflect.has(window, 'gotRead'))).toBe(false);
});

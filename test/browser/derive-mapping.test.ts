import { afterAll, beforeAll, expect, test } from 'vitest';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { type Demo, openDemo } from './support/demo.ts';

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
});

afterAll(() => demo?.close());

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

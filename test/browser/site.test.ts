import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { SCENARIOS } from '../site/scenarios.ts';
import { type Site, startSite } from '../site/server.ts';

let site: Site;
let browser: LaunchedBrowser;
const errors: string[] = [];

beforeAll(async () => {
  site = await startSite();
  browser = await launch({ extension: null });
  browser.page.on('pageerror', (error) => errors.push(String(error)));
  browser.page.on('console', (message) => {
    // A request that the tenant refuses on purpose is logged by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

test.each(SCENARIOS)('$id plays to its end on a page that nothing observes', async ({ id }) => {
  const { page } = browser;
  errors.length = 0;
  await page.goto(scenarioUrl(site.url, id));
  await page.waitForSelector(SCENARIO_DONE);
  const { scenarioError } = await page.$eval('html', (root) => ({ ...root.dataset }));
  expect({ scenarioError, errors }).toEqual({ scenarioError: undefined, errors: [] });
});

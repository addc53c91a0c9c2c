import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { SCENARIOS } from '../site/scenarios.ts';
import { type Site, startSite } from '../site/server.ts';
import { createLanes, type Lanes } from './support/lanes.ts';

/** A scenario is mostly waiting for its tenant. */
const TABS = 3;

interface Tab {
  readonly page: Page;
  /** What went wrong in the page, or was logged as an error. */
  readonly errors: string[];
}

let site: Site;
let browser: LaunchedBrowser;
let lanes: Lanes<Tab>;

beforeAll(async () => {
  site = await startSite();
  browser = await launch({ extension: null });
  lanes = createLanes(await Promise.all(Array.from({ length: TABS }, openTab)));
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openTab(): Promise<Tab> {
  const page = await browser.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    // A request that the tenant refuses on purpose is logged by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  return { page, errors };
}

describe.concurrent('on a page that nothing observes', () => {
  test.for(SCENARIOS)('$id plays to its end', async ({ id }, { expect }) =>
    lanes.take(async ({ page, errors }) => {
      errors.length = 0;
      await page.goto(scenarioUrl(site.url, id));
      await page.waitForSelector(SCENARIO_DONE);
      const { scenarioError } = await page.$eval('html', (root) => ({ ...root.dataset }));
      expect({ scenarioError, errors }).toEqual({ scenarioError: undefined, errors: [] });
    }),
  );
});

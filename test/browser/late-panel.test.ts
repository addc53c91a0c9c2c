import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenPanel, openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { type Site, startSite } from '../site/server.ts';
import { clickScenario, readPanel } from './support/demo.ts';

/** How long after the chat has started the late panel opens. */
const LATE_MS = 3_000;

let launched: LaunchedBrowser;
let site: Site;
let early: { readonly page: Page; readonly url: string } & OpenPanel;

beforeAll(async () => {
  launched = await launch({ extension: await buildExtension() });
  site = await startSite();
  early = { page: launched.page, url: site.url, ...(await openPanel(launched.page)) };
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

/** Plays a scenario in a tab of its own. @returns what a panel shows of it that was opened only after a while */
async function shownLate(scenario: string): Promise<unknown> {
  const page = await launched.browser.newPage();
  await clickScenario({ page, url: site.url }, scenario);
  await pass(page, LATE_MS);
  const opened = await openPanel(page);
  const shown = await readPanel(opened);
  await opened.devtools.close();
  await page.close();
  return shown;
}

/** Waits until so many milliseconds have passed for a page. */
async function pass(page: Page, milliseconds: number): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((time) => performance.now() >= time, {}, now + milliseconds);
}

test.each(['attributes-custom', 'thread-customer-id', 'widget-in-iframe'])(
  '%s: a panel opened 3 s after the chat started shows what one opened before shows',
  async (scenario) => {
    await clickScenario(early, scenario);
    const shownEarly = await readPanel(early);
    expect(shownEarly).not.toEqual([]);
    expect(await shownLate(scenario)).toEqual(shownEarly);
  },
);

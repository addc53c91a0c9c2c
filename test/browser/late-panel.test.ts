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

test.each(['attributes-custom', 'thread-customer-id', 'widget-in-iframe'])(
  '%s: a panel opened 3 s after the chat started shows what one opened before shows',
  async (scenario) => {
    const page = await launched.browser.newPage();
    await clickScenario({ page, url: site.url }, scenario);
    const started = await page.evaluate(() => performance.now());

    await early.page.bringToFront();
    await clickScenario(early, scenario);
    const shownEarly = await readPanel(early);
    expect(shownEarly).not.toEqual([]);

    await page.bringToFront();
    await page.waitForFunction((time) => performance.now() >= time, {}, started + LATE_MS);
    const late = await openPanel(page);
    expect(await readPanel(late)).toEqual(shownEarly);
    await late.devtools.close();
    await page.close();
  },
);

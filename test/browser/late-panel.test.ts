import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { type Site, startSite } from '../site/server.ts';
import { clickScenario, readPanel } from './support/demo.ts';

/** How long after the chat has started the late panel opens. */
const LATE_MS = 3_000;

let launched: LaunchedBrowser;
let site: Site;

beforeAll(async () => {
  launched = await launch({ extension: await buildExtension() });
  site = await startSite();
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

/** Plays a scenario in a tab of its own. @returns what a panel shows of it that was opened before, or only after `late` ms */
async function shownIn(scenario: string, late: number | null): Promise<unknown> {
  const page = await launched.browser.newPage();
  const play = (): Promise<void> => clickScenario({ page, url: site.url }, scenario);
  const open = (): ReturnType<typeof openPanel> => openPanel(page);
  let panel: Awaited<ReturnType<typeof openPanel>>;
  if (late === null) {
    panel = await open();
    await play();
  } else {
    await play();
    await pass(page, late);
    panel = await open();
  }
  const shown = await readPanel(panel);
  await panel.devtools.close();
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
    const shownEarly = await shownIn(scenario, null);
    expect(shownEarly).not.toEqual([]);
    expect(await shownIn(scenario, LATE_MS)).toEqual(shownEarly);
  },
);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { type Site, startSite } from '../site/server.ts';
import { clickScenario, readPanel } from './support/demo.ts';

/** How long after the chat has started the late panel opens. */
const LATE_MS = 3_000;

const browsers: LaunchedBrowser[] = [];
let extension: string;
let site: Site;

beforeAll(async () => {
  extension = await buildExtension();
  site = await startSite();
});

afterAll(async () => {
  await Promise.all(browsers.map(({ close }) => close()));
  await site?.close();
});

async function freshPage(): Promise<LaunchedBrowser> {
  const browser = await launch({ extension });
  browsers.push(browser);
  return browser;
}

test.each(['attributes-custom', 'thread-customer-id', 'widget-in-iframe'])(
  '%s: a panel opened 3 s after the chat started shows what one opened before shows',
  async (scenario) => {
    const { page: watched } = await freshPage();
    const early = await openPanel(watched);
    await clickScenario({ page: watched, url: site.url }, scenario);

    const { page: unwatched } = await freshPage();
    await clickScenario({ page: unwatched, url: site.url }, scenario);
    const started = await unwatched.evaluate(() => performance.now());
    await unwatched.waitForFunction((time) => performance.now() >= time, {}, started + LATE_MS);
    const late = await openPanel(unwatched);

    const shownEarly = await readPanel(early);
    expect(shownEarly).not.toEqual([]);
    expect(await readPanel(late)).toEqual(shownEarly);
  },
);

import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { launch } from '../../src/cli/browser/launch.ts';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { type FrameSite, startFrameSite } from './support/frame-site.ts';
import { openReceiver } from './support/receiver.ts';

/** The panel may have asked a moment too early, and then rests for twenty times as long as the answer took. */
const PATIENCE_MS = 75_000;

let site: FrameSite;
let inspection: Inspection;

beforeAll(async () => {
  site = await startFrameSite();
  inspection = await openInspection({ extension: await buildExtension() });
});

afterAll(async () => {
  await inspection?.close();
  await site?.close();
});

const textsOf = (panel: Frame, selector: string): Promise<readonly (string | null)[]> =>
  panel.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent));

/** What a notice of the panel is about. */
const detailsOf = (panel: Frame, code: string): Promise<readonly (string | null)[]> =>
  textsOf(panel, `[data-notice="${code}"] code`);

test('an SDK that a script declares with const, in the page and in a frame, is told as one that cannot be observed', async () => {
  const { page, panel } = inspection;
  await page.goto(`${site.url}/frames`);
  await page.addScriptTag({ content: 'const cxoneChat = { startChat() {} }; cxoneChat.startChat();' });
  const other = await page.waitForFrame((frame) => frame.url().startsWith('http://127.0.0.1'));
  await other.addScriptTag({ content: 'class Genesys {}' });
  await expect
    .poll(async () => (await detailsOf(panel, 'not-on-window')).toSorted(), { timeout: PATIENCE_MS })
    .toEqual(['Genesys', 'cxoneChat']);
  // Of nineteen kinds of frame, each has its hooks.
  expect(await detailsOf(panel, 'unhooked')).toEqual([]);
});

test('documents in which no content script runs are told, the page and a frame, though another one speaks', async () => {
  const launched = await launch({ extension: await buildExtension() });
  try {
    const { page, browser } = launched;
    const left = `${site.url.replace('localhost', '127.0.0.1')}/child?name=left-behind`;
    const addFrame = (src: string): Promise<void> =>
      page.evaluate((url) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
      }, src);
    await page.goto(`${site.url}/plain`);
    await addFrame(left);
    await until('the frame', async () => site.arrived.includes('left-behind'));
    const receiver = await openReceiver(browser);
    // It leaves both behind without its scripts.
    await receiver.reloadExtension();
    await page.bringToFront();
    const { panel } = await openPanel(page);
    await addFrame('/child?name=later');
    await until('both are told', async () => (await detailsOf(panel, 'unhooked')).length === 2, PATIENCE_MS);

    await panel.locator('[data-action="watched"]').click();
    await panel.waitForSelector('[data-blind="unhooked"]');
    expect(await textsOf(panel, '[data-document] > :not(.number)')).toEqual([
      'frame',
      `${site.url}/child?name=later`,
    ]);
    expect(await textsOf(panel, '[data-blind="unhooked"]')).toEqual([
      expect.stringMatching(
        /^2 documents have no hooks: reload the page, or let the extension run on that site/,
      ),
    ]);
    expect((await textsOf(panel, '[data-blind="unhooked"] code')).toSorted()).toEqual([
      left,
      `${site.url}/plain`,
    ]);
  } finally {
    await launched.close();
  }
});

test('what the page put in place of a hook is told where it is asked what is being watched', async () => {
  const { page, panel } = inspection;
  await page.goto(`${site.url}/plain`);
  await page.evaluate(() => {
    const native = window.fetch;
    window.fetch = (...args) => native(...args);
    window.SharedWorker = class extends SharedWorker {};
    // Hooks are looked at when the page opens a socket.
    new WebSocket(location.origin.replace('http', 'ws'));
  });
  await until('both are told', async () => (await detailsOf(panel, 'replaced')).length === 2);
  await panel.locator('[data-action="watched"]').click();
  await panel.waitForSelector('[data-hook="replaced"]');
  expect(await textsOf(panel, '[data-hook="replaced"]')).toEqual([
    expect.stringContaining('Window.fetch replaced by the page'),
    expect.stringContaining('Window.SharedWorker replaced by the page'),
  ]);
});

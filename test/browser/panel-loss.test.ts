import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OpenPanel, openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { until } from '../../src/cli/browser/until.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { startChats } from './support/chats.ts';
import { startFlood } from './support/flood.ts';
import { type FrameSite, startFrameSite } from './support/frame-site.ts';
import { openReceiver } from './support/receiver.ts';

/** What the ring of one document holds at most. */
const RING = 50_000;

let site: FrameSite;
let launched: LaunchedBrowser;
let page: Page;
let opened: OpenPanel | null = null;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startFrameSite();
  launched = await launch({ extension });
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  page = await launched.browser.newPage();
  await page.goto(`${site.url}/plain`);
});

afterEach(async () => {
  await closePanel();
  await page.close();
});

async function open(): Promise<Frame> {
  opened = await openPanel(page);
  return opened.panel;
}

async function closePanel(): Promise<void> {
  await opened?.devtools.close();
  opened = null;
}

interface Account {
  readonly shown: number;
  readonly lost: number;
}

const account = (panel: Frame): Promise<Account> =>
  panel.$eval('[data-panel]', (root) => ({
    shown: Number(root.getAttribute('data-events')),
    lost: Number(root.getAttribute('data-lost')),
  }));

/** What the panel accounts for once it has at least so many events, and nothing comes after them. */
async function accountOf(panel: Frame, events: number): Promise<Account> {
  await until(
    `${events} events`,
    async () => {
      const { shown, lost } = await account(panel);
      return shown + lost >= events;
    },
    60_000,
  );
  await settle(panel);
  return account(panel);
}

/** Makes chats in a page that has its SDK already. Each is two events: a call and its return. */
const moreChats = (count: number): Promise<void> =>
  page.evaluate((chats) => {
    for (let id = 0; id < chats; id++) Reflect.get(globalThis, 'cxoneChat').startChat({ id });
  }, count);

describe('what the panel shows and what it counts as lost is all there was', () => {
  test('when it opens after a flood that its page could not keep', async () => {
    await page.evaluate(() => {
      // No chat each: that there are fifty thousand of them is not the matter here.
      const sdk = { setAttributes: (attributes: object) => void attributes };
      Reflect.set(globalThis, 'cxoneChat', sdk);
      for (let id = 0; id < 30_000; id++) sdk.setAttributes({ id });
    });
    const panel = await open();
    expect(await accountOf(panel, 60_000)).toEqual({ shown: RING, lost: 60_000 - RING });
    await panel.locator('[data-action="watched"]').click();
    await panel.waitForSelector('[data-loss="lost"]');
    expect(await panel.$eval('[data-loss="lost"]', ({ textContent }) => textContent)).toContain(
      '10,000 events were lost',
    );
    expect(
      await panel.$eval('[data-document="page"]', ({ children }) =>
        [...children].slice(2).map(({ textContent }) => textContent),
      ),
    ).toEqual(['50,000', '10,000']);
  });

  test('when it is closed in the middle of it and opened again', async () => {
    const flood = await startFlood(page);
    const before = await open();
    await until('a part of it', async () => (await account(before)).shown > 2_000);
    await closePanel();
    await flood.more(1_000);
    const panel = await open();
    await flood.more(1_000);
    const made = await flood.end();
    const { shown: all, lost } = await accountOf(panel, 2 * made);
    expect(all + lost).toBe(2 * made);
    await startChats(page, 1);
    expect(await accountOf(panel, 2 * made + 2)).toEqual({ shown: all + 2, lost });
  });

  test('when the page leaves in the middle of it, and the log is preserved', async () => {
    const panel = await open();
    await panel.locator('[data-action="preserve"]').click();
    const flood = await startFlood(page);
    await flood.more(2_000);
    await page.goto(`${site.url}/plain?next`);
    const made = await flood.made();
    await startChats(page, 10);
    const { shown, lost } = await accountOf(panel, 2 * made + 20);
    expect(shown + lost).toBe(2 * made + 20);
    expect(made).toBeGreaterThan(2_000);
  });

  test('when the page comes back from the back/forward cache, and speaks on its way out and in', async () => {
    const panel = await open();
    await startChats(page, 10);
    await page.evaluate(() => {
      const { startChat } = Reflect.get(globalThis, 'cxoneChat');
      addEventListener('pagehide', () => startChat({ at: 'pagehide' }));
      document.addEventListener('visibilitychange', () => startChat({ at: 'visibilitychange' }));
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'restored' : 'loaded';
        startChat({ at: 'pageshow' });
      });
    });
    await page.goto(`${site.url}/child?name=elsewhere`);
    expect(await accountOf(panel, 3)).toEqual({ shown: 3, lost: 0 });
    await page.goBack();
    expect(await page.title()).toBe('restored');
    await moreChats(5);
    // On its way out and in it was hidden, gone, visible and there: each once.
    expect(await accountOf(panel, 38)).toEqual({ shown: 38, lost: 0 });
  });

  test('when the document is opened anew, with a frame of its own', async () => {
    const panel = await open();
    await startChats(page, 5);
    await page.evaluate(() => {
      const sdk = Reflect.get(globalThis, 'cxoneChat');
      document.open();
      document.write(
        '<!doctype html><iframe srcdoc="<script>cxoneChat = { startChat() {} }; cxoneChat.startChat();</script>"></iframe>',
      );
      sdk.startChat({ id: 'between' });
      document.close();
    });
    await moreChats(5);
    expect(await accountOf(panel, 24)).toEqual({ shown: 24, lost: 0 });
  });
});

test('what a page said before it crashed stays, also when the panel asks for more', async () => {
  const panel = await open();
  await startChats(page, 2_000);
  expect(await accountOf(panel, 4_000)).toEqual({ shown: 4_000, lost: 0 });
  const session = await page.createCDPSession();
  // It is never answered.
  void session.send('Page.crash').catch(() => undefined);
  await panel.evaluate(
    (name) =>
      new Promise((resolve) => {
        // The panel asks the page before it asks the network.
        const { network } = Reflect.get(globalThis, name).devtools;
        const { getHAR } = network;
        network.getHAR = (...args: unknown[]) => {
          resolve(null);
          return Reflect.apply(getHAR, network, args);
        };
      }),
    'chrome',
  );
  expect(await account(panel)).toEqual({ shown: 4_000, lost: 0 });
});

test('an extension that is reloaded leaves the page alone, says so in a new panel, and sees it again once it is loaded anew', async () => {
  const errors: unknown[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.evaluate(
    async (url) => {
      const socket = new WebSocket(url);
      await new Promise((resolve) => {
        socket.onopen = resolve;
      });
      Reflect.set(globalThis, 'socket', socket);
    },
    site.url.replace('http', 'ws'),
  );
  await startChats(page, 2);
  expect(await accountOf(await open(), 6)).toEqual({ shown: 6, lost: 0 });

  const [id] = (await launched.browser.extensions()).keys();
  const receiver = await openReceiver(launched.browser);
  await receiver.close();
  await receiver.reloadExtension();
  await until('the extension to be back', async () => {
    const tab = await launched.browser.newPage();
    const answer = tab.goto(`chrome-extension://${id}/src/devtools/devtools.html`);
    const isThere = await answer.then(
      () => true,
      () => false,
    );
    await tab.close();
    return isThere;
  });
  // Chromium closes DevTools that have a panel of an extension, when that extension goes.
  expect(opened?.devtools.isClosed()).toBe(true);
  opened = null;
  await moreChats(3_000);
  await page.evaluate(() => Reflect.get(globalThis, 'socket').send('after the reload'));
  await until('the frame to arrive', async () => site.arrived.includes('after the reload'));
  expect(errors).toEqual([]);

  const panel = await open();
  await panel.waitForSelector('[data-empty="not-connected"]');
  expect(await account(panel)).toEqual({ shown: 0, lost: 0 });
  await page.reload();
  await startChats(page, 2);
  expect(await accountOf(panel, 4)).toEqual({ shown: 4, lost: 0 });
});

import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { chatIds, expectNoGap, startChats, upTo } from './support/chats.ts';
import { startFlood } from './support/flood.ts';
import { type FrameSite, startFrameSite } from './support/frame-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: FrameSite;
let launched: LaunchedBrowser;
let receiver: Receiver;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startFrameSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  await receiver.close();
  // A page in the background has its timers slowed down, and renders nothing ahead.
  await launched.page.bringToFront();
  await launched.page.goto(`${site.url}/plain`);
});

/**
 * Starts chats from ever further before the end of the stack, and hands over after so many of them.
 * @returns how many were started, and how many were tried
 */
function callBackFromTheEndOfTheStack(calls: number): { made: number; tried: number } {
  const sdk = Reflect.get(globalThis, 'cxoneChat');
  // Each is two events, and a batch holds 2,000.
  let tried = 1_000 - calls;
  for (let i = 0; i < tried; i++) sdk.startChat({});
  let made = tried;
  let left = 2_000;
  const dive = (): void => {
    try {
      dive();
    } catch {
      // The end.
    }
    if (left-- <= 0) return;
    tried++;
    try {
      sdk.startChat({});
      made++;
    } catch {
      // No room for it.
    }
  };
  dive();
  sdk.startChat({ id: calls });
  return { made: made + 1, tried: tried + 1 };
}

describe('what was seen and what is counted as lost is all there was', () => {
  test('when the document is opened anew in the middle of it', async () => {
    const { page } = launched;
    await receiver.open();
    await startChats(page, 3);
    await page.evaluate(() => {
      const sdk = Reflect.get(globalThis, 'cxoneChat');
      sdk.startChat({ id: 3 });
      document.open();
      document.write('<!doctype html><title>written</title>');
      sdk.startChat({ id: 4 });
      document.close();
      sdk.startChat({ id: 5 });
    });
    await receiver.until('the sixth chat', (seen) => chatIds(seen).includes(5));
    // Its listeners on the window are gone as well: it must be left as any other.
    await page.evaluate(() => {
      addEventListener('pagehide', () => Reflect.get(globalThis, 'cxoneChat').startChat({ id: 6 }));
    });
    await page.goto(`${site.url}/child?name=next`);
    const events = await receiver.until('the last chat', (seen) => chatIds(seen).includes(6));
    expect(chatIds(events)).toEqual(upTo(7));
    expect(await receiver.lost()).toBe(0);
  });

  test('when what a page gives in one task is far too much to be handed over at once', async () => {
    const { page } = launched;
    await receiver.open();
    await page.evaluate(() => {
      // Written as JSON it is six times as long, 3 MB: what counts is what is written.
      const given = new Array(8).fill('\u0001'.repeat(64 * 1024));
      const sdk = { startChat: (options: object) => void options };
      Reflect.set(globalThis, 'cxoneChat', sdk);
      for (let id = 0; id < 10; id++) sdk.startChat(given);
    });
    await startChats(page, 3);
    const events = await receiver.until('the last chats', (seen) => chatIds(seen).includes(2));
    expect(events.filter(({ kind }) => kind === 'notice')).toEqual([]);
    expect(events.at(-1)?.seq).toBe(2 * 13 - 1);
    const [cost] = await receiver.costs();
    expect(cost?.characters).toBeGreaterThan(10 * 3 * 1024 * 1024);
    expect(cost?.batches).toBeGreaterThanOrEqual(5);
  });

  test('when the stack ends while a batch is handed over', async () => {
    const { page } = launched;
    await receiver.open();
    await page.evaluate(() => {
      Reflect.set(globalThis, 'cxoneChat', { startChat: (options: object) => void options });
    });
    /** So many events were seen or counted as lost so far. */
    let told = 0;
    // How far from the end of the stack the page script can go on and the relay cannot, differs.
    for (let calls = 340; calls <= 460; calls += 15) {
      const { made, tried } = await page.evaluate(callBackFromTheEndOfTheStack, calls);
      const events = await receiver.until('the last chat', (seen) => chatIds(seen).includes(calls));
      const before = told;
      told = events.reduce((sum, event) => sum + (event.kind === 'notice' ? (event.count ?? 0) : 1), 0);
      expect(told - before).toBeGreaterThanOrEqual(2 * made);
      // Calls that the page could not make either are counted, as far as the hook was reached.
      expect(told - before).toBeLessThanOrEqual(2 * tried);
    }
    expect(await receiver.lost()).toBe(0);
  });

  test('when a panel opens in the middle of a flood', async () => {
    const flood = await startFlood(launched.page);
    await flood.more(5_000);
    await receiver.open();
    await flood.more(5_000);
    const count = await flood.end();
    const events = await receiver.until('the end of the flood', (seen) => seen.at(-1)?.seq === 2 * count - 1);
    expect(events.length + (await receiver.lost())).toBe(2 * count);
    expectNoGap(events);
  });

  test('when a page is left whose last words are all it ever said', async () => {
    await receiver.open();
    await launched.page.evaluate(() => {
      const sdk = { startChat: (options: object) => void options };
      Reflect.set(globalThis, 'cxoneChat', sdk);
      addEventListener('pagehide', () => {
        for (let id = 0; id < 3_000; id++) sdk.startChat({ id });
      });
    });
    await launched.page.goto(`${site.url}/child?name=next`);
    const events = await receiver.until('the last chat', (seen) => chatIds(seen).includes(2_999));
    expect(chatIds(events)).toEqual(upTo(3_000));
    expect(events.filter(({ kind }) => kind === 'return').length).toBe(3_000);
    expectNoGap(events.filter(({ kind }) => kind === 'call' || kind === 'return'));
  });

  test('when a page was rendered ahead, and DevTools opens after it is shown', async () => {
    // A tab of its own: what drives the browser may lose one for good when another page takes its place.
    const page = await launched.browser.newPage();
    await page.goto(`${site.url}/plain`);
    await page.evaluate((url) => {
      const rules = JSON.stringify({ prerender: [{ urls: [url], eagerness: 'immediate' }] });
      document.head.append(
        Object.assign(document.createElement('script'), { type: 'speculationrules', text: rules }),
      );
    }, `${site.url}/chatting`);
    // A debugger that attaches to the page itself would forbid it, so that it cannot be asked.
    await until('the page to be rendered ahead', async () => site.asked.includes('/rendered-ahead'));
    await page.evaluate((url) => {
      location.href = url;
    }, `${site.url}/chatting`);
    await until('the page that was rendered ahead to be shown', async () => site.asked.includes('/shown'));
    await receiver.open();
    const events = await receiver.until('four chats', (seen) => chatIds(seen).length === 4);
    expect(chatIds(events)).toEqual(upTo(4));
    const inOrder = events.map(({ kind, seq }) => `${kind} ${seq}`);
    expect(inOrder).toEqual(upTo(4).flatMap((at) => [`call ${2 * at}`, `return ${2 * at + 1}`]));
    expect(await receiver.lost()).toBe(0);
  });
});

/** How many events a panel shows. */
const shown = (panel: Frame): Promise<number> =>
  panel.$eval('[data-panel]', (root) => Number(root.getAttribute('data-events')));

test('two DevTools on two tabs: each shows its own and nothing of the other', async () => {
  const other = await launched.browser.newPage();
  await other.goto(`${site.url}/plain`);
  const tabs: readonly (readonly [page: Page, chats: number])[] = [
    [launched.page, 3],
    [other, 1_000],
  ];
  const panels = [];
  for (const [page] of tabs) panels.push((await openPanel(page)).panel);
  await Promise.all(tabs.map(([page, chats]) => startChats(page, chats)));
  for (const [index, [, chats]] of tabs.entries()) {
    const panel = panels[index];
    if (!panel) throw new Error('A tab has no panel.');
    await until('the events of the tab', async () => (await shown(panel)) >= 2 * chats);
  }
  // Each tab once more, so that whatever crossed would have arrived.
  await Promise.all(tabs.map(([page, chats]) => startChats(page, chats)));
  for (const [index, [, chats]] of tabs.entries()) {
    const panel = panels[index];
    if (!panel) throw new Error('A tab has no panel.');
    await until('the events of the tab', async () => (await shown(panel)) >= 4 * chats);
    expect(await shown(panel)).toBe(4 * chats);
    expect(await panel.$eval('[data-panel]', (root) => root.getAttribute('data-lost'))).toBe('0');
  }
});

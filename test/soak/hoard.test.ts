import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { formatTable } from '../../src/cli/table.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { openReceiver, type Receiver } from '../browser/support/receiver.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';

/** What the ring of one document holds at most. */
const RING = 50_000;
const MB = 1024 * 1024;

let site: PlatformSite;
let launched: LaunchedBrowser;
let receiver: Receiver;
let page: Page;
let session: CDPSession;
const figures: string[][] = [['hoard', 'made', 'took', 'heap of the page after it']];

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
});

afterAll(async () => {
  console.log(formatTable(figures));
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  await receiver.close();
  page = await launched.browser.newPage();
  await page.goto(site.env.origin);
  session = await page.createCDPSession();
});

afterEach(() => page.close());

const connecting = (events: readonly CapturedEvent[]): number =>
  events.filter((event) => event.kind === 'socket' && event.phase === 'connecting').length;

/** What the page's whole process holds: the page script, the relays and the page itself share one heap. */
async function heap(): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Lets a page make so many of something, and its heap grow by less than `limit` MB once all is handed over. */
async function expectGrowth(
  name: string,
  count: number,
  limit: number,
  make: (count: number, url: string) => Promise<void>,
): Promise<void> {
  const before = await heap();
  const start = performance.now();
  await page.evaluate(make, count, site.env.socket);
  const took = performance.now() - start;
  let growth = Number.NaN;
  try {
    await expect
      .poll(async () => {
        growth = ((await heap()) - before) / MB;
        return growth;
      })
      .toBeLessThan(limit);
  } finally {
    figures.push([name, String(count), `${Math.round(took)} ms`, `+${growth.toFixed(1)} MB`]);
  }
}

test('a million calls: what is kept of them is bounded, and what is not is counted', async () => {
  const calls = 1_000_000;
  await expectGrowth('calls', calls, 64, async (count) => {
    const sdk = { identify: (given: object) => void given };
    Reflect.set(globalThis, 'cxoneChat', sdk);
    for (let id = 0; id < count; id++) {
      sdk.identify({ id });
      if (id % 10_000 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await receiver.open();
  const events = await receiver.until('the last event', (seen) => seen.at(-1)?.seq === 2 * calls - 1);
  expect(events.length).toBe(RING);
  expect(await receiver.lost()).toBe(2 * calls - RING);
});

test('five thousand sockets at once: each is told of, and none is kept when it is closed', async () => {
  const sockets = 5_000;
  await expectGrowth('sockets', sockets, 32, async (count, url) => {
    let closed = 0;
    // The browser connects so many at a time, and lets the others fail.
    await new Promise((resolve) => {
      for (let made = 0; made < count; made++) {
        const socket = new WebSocket(url);
        socket.onclose = () => {
          closed++;
          if (closed + 255 >= count) resolve(null);
        };
      }
    });
  });
  await receiver.open();
  const events = await receiver.until('every socket', (seen) => connecting(seen) >= sockets);
  expect(connecting(events)).toBe(sockets);
  expect(await receiver.lost()).toBe(0);
});

test('five hundred documents that come and go: none is kept', async () => {
  await expectGrowth('documents', 500, 16, async (count) => {
    for (let made = 0; made < count; made++) {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const sdk = { identify: () => made };
      Reflect.set(Object(frame.contentWindow), 'cxoneChat', sdk);
      sdk.identify();
      frame.remove();
      if (made % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  });
});

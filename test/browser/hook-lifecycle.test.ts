import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
  await launched.page.goto(`${site.url}/plain`);
});

describe('nothing is lost without being counted', () => {
  test('what happened before a panel opened', async () => {
    await startChats(launched.page, 5);
    await receiver.open();
    const events = await receiver.until('five chats', (seen) => chatIds(seen).length === 5);
    expect(chatIds(events)).toEqual(upTo(5));
  });

  test('what happened while the panel was closed', async () => {
    await receiver.open();
    await startChats(launched.page, 2);
    await receiver.until('two chats', (seen) => chatIds(seen).length === 2);
    await receiver.close();
    await startChats(launched.page, 3);
    await receiver.open();
    const events = await receiver.until('all chats', (seen) => chatIds(seen).length === 5);
    expectNoGap(events);
  });

  test('a flood larger than the log', async () => {
    // A call and its return each.
    await startChats(launched.page, 30_000);
    await receiver.open();
    const events = await receiver.until(
      'the end of the flood',
      (seen) => chatIds(seen).includes(29_999) && seen.at(-1)?.kind === 'return',
    );
    expect(events.length + (await receiver.lost())).toBe(60_000);
    expect(events[0]?.seq).toBe(await receiver.lost());
    expectNoGap(events);
  });

  test('a flood that goes on until the page is left', async () => {
    await receiver.open();
    const flood = await startFlood(launched.page);
    await flood.more(2_000);
    await launched.page.goto(`${site.url}/plain?next`);
    const made = await flood.made();
    const count = async () => (await receiver.events()).length + (await receiver.lost());
    await until('all of the flood', async () => (await count()) >= 2 * made);
    await startChats(launched.page, 1);
    const events = await receiver.until(
      'what the next page says',
      (seen) => chatIds(seen).at(-1) === 0 && seen.at(-1)?.kind === 'return',
    );
    expect(await count()).toBe(2 * made + 2);
    const left = events.slice(0, -2);
    expect(made).toBeGreaterThan(2_000);
    expectNoGap(left);
  });

  test('a page that is left and comes back from the back/forward cache', async () => {
    const { page } = launched;
    await receiver.open();
    await startChats(launched.page, 2);
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'restored' : 'loaded';
      });
    });
    await page.goto(`${site.url}/child?name=elsewhere`);
    await page.goBack();
    expect(await page.title()).toBe('restored');
    await page.evaluate(() => Reflect.get(globalThis, 'cxoneChat').startChat({ id: 2 }));
    const events = await receiver.until('the third chat', (seen) => chatIds(seen).includes(2));
    const calls = events.filter(({ kind }) => kind === 'call' || kind === 'return');
    expect(chatIds(calls)).toEqual(upTo(3));
    expect(new Set(calls.map(({ document }) => document)).size).toBe(1);
    expectNoGap(calls);
  });
});

describe('a page that attacks', () => {
  test('by replacing what the language gives, neither hides nor breaks itself', async () => {
    await receiver.open();
    const result = await launched.page.evaluate(() => {
      const stolen: string[] = [];
      const { defineProperty } = Object;
      const spy = (owner: object, key: PropertyKey): void => {
        const original: unknown = Reflect.get(owner, key);
        if (typeof original !== 'function') return;
        const value = function (this: unknown, ...args: unknown[]): unknown {
          stolen.push(String(key));
          return original.apply(this, args);
        };
        defineProperty(owner, key, { value, configurable: true, writable: true });
      };
      const sdk = { startChat: (options: object) => void options };
      const options = { id: 0, at: new Date(0), list: [1, 2] };
      const scope = { ...globalThis };
      for (const key of ['apply', 'construct', 'ownKeys', 'getOwnPropertyDescriptor', 'defineProperty']) {
        spy(Reflect, key);
      }
      spy(JSON, 'stringify');
      spy(Object, 'keys');
      spy(Object, 'defineProperty');
      spy(Array.prototype, 'push');
      spy(Array.prototype, Symbol.iterator);
      spy(WeakMap.prototype, 'get');
      spy(Date.prototype, 'getTime');
      spy(String.prototype, 'slice');
      spy(performance, 'now');
      spy(EventTarget.prototype, 'dispatchEvent');
      spy(globalThis, 'CustomEvent');
      spy(scheduler, 'postTask');
      defineProperty(Object.prototype, 'toJSON', { value: () => 'stolen', configurable: true });
      defineProperty(Object.prototype, 'get', { value: () => 'stolen', configurable: true, writable: true });
      stolen.length = 0;
      Reflect.set(globalThis, 'cxoneChat', sdk);
      sdk.startChat(options);
      const seen = stolen.length;
      Reflect.deleteProperty(Object.prototype, 'toJSON');
      Reflect.deleteProperty(Object.prototype, 'get');
      return { seen, scope: typeof scope };
    });
    expect(result.seen).toBe(0);
    const events = await receiver.until('the chat', (seen) => chatIds(seen).length === 1);
    expect(events.find(({ kind }) => kind === 'call')).toMatchObject({
      args: [{ id: 0, at: { $mark: 'date', value: '1970-01-01T00:00:00.000Z' }, list: [1, 2] }],
    });
  });

  test('by ending every timer, does not stop the handing over', async () => {
    await receiver.open();
    await startChats(launched.page, 1);
    await launched.page.evaluate(() => {
      for (let id = 0; id < 10_000; id++) clearTimeout(id);
    });
    await receiver.until('the chat', (seen) => chatIds(seen).length === 1);
  });

  test('by asking for the channel, gets nothing', async () => {
    const offered = await launched.page.evaluate(() => {
      let offers = 0;
      addEventListener('cxone-payload:offer', () => offers++, true);
      dispatchEvent(new Event('cxone-payload:ask'));
      return offers;
    });
    expect(offered).toBe(0);
  });
});

test('what observing costs a page is told with its events', async () => {
  await receiver.open();
  await startChats(launched.page, 3_000);
  await receiver.until('the last chat', (seen) => chatIds(seen).includes(2_999));
  const [cost, ...others] = await receiver.costs();
  expect(others).toEqual([]);
  expect(cost?.batches).toBeGreaterThanOrEqual(3);
  // Each call says at least which one it is, and so does each return.
  expect(cost?.characters).toBeGreaterThan(6_000 * '{"kind":"call","call":0}'.length);
  expect(cost?.spent).toBeGreaterThan(0);
  expect(cost?.spent).toBeLessThan(await launched.page.evaluate(() => performance.now()));
});

test('a page outlives the extension', async () => {
  const errors: unknown[] = [];
  launched.page.on('pageerror', (error) => errors.push(error));
  await startChats(launched.page, 1);
  await receiver.reloadExtension();
  await startChats(launched.page, 3_000);
  expect(await launched.page.evaluate(() => typeof Reflect.get(globalThis, 'cxoneChat').startChat)).toBe(
    'function',
  );
  expect(errors).toEqual([]);
});

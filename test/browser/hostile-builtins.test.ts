import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { ATTACKS } from './support/attacks.ts';
import { HONEST_EVENTS, HONEST_RESULTS, linesOf, prepareHonestPage } from './support/honest-page.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: PlatformSite;
let launched: LaunchedBrowser;
let receiver: Receiver;
const pageErrors: string[] = [];

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
  launched.page.on('pageerror', (error) => pageErrors.push(String(error)));
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  pageErrors.length = 0;
  await launched.page.goto(site.env.origin);
  await receiver.open();
});

describe('a page that has ruined the language', () => {
  test.each(Object.entries(ATTACKS))(
    'by %s: neither notices the observer nor hides from it',
    async (_, attack) => {
      const { page } = launched;
      await page.evaluate(prepareHonestPage, site.env);
      // As text, in one go: nothing works in such a page that is asked later.
      const script = `(${String(attack)})(); window.honest();`;
      await page.evaluate((text) => {
        const element = document.createElement('script');
        element.text = text;
        document.head.append(element);
      }, script);
      await until('the page to be done', async () => (await page.title()) !== 'plain');
      expect(await page.title()).toBe(HONEST_RESULTS);
      const hasLost = (seen: readonly CapturedEvent[]): boolean =>
        seen.some((event) => event.kind === 'notice' && event.code === 'lost');
      const events = await receiver.until(
        'all events',
        (seen) => seen.length >= HONEST_EVENTS.length || hasLost(seen),
      );
      expect(linesOf(events)).toEqual(HONEST_EVENTS);
      expect(pageErrors).toEqual([]);
    },
  );
});

/** What is seen of a page that opens a socket and sends one frame, which comes back. */
const HONEST_SOCKET: readonly string[] = [
  'socket 1 connecting',
  'socket 1 open',
  'frame 1 out honest frame',
  'frame 1 in honest frame',
];

const hasEcho = (events: readonly CapturedEvent[]): boolean =>
  linesOf(events).includes('frame 1 in honest frame');

describe('a page that forges', () => {
  test('hand-overs, batches and messages is not believed', async () => {
    await launched.page.evaluate((url) => {
      const forged = {
        kind: 'call',
        time: 1,
        call: 0,
        api: 'cxoneChat',
        method: 'startChat',
        args: ['forged'],
      };
      const batch = `[${JSON.stringify(forged)}]\n`;
      const channel = new EventTarget();
      for (const target of [window, document, document.documentElement, channel]) {
        for (const type of ['cxone-payload:offer', 'cxone-payload:ask', 'batch']) {
          target.dispatchEvent(
            new MouseEvent(type, { relatedTarget: channel, cancelable: true, bubbles: true }),
          );
          target.dispatchEvent(new CustomEvent(type, { detail: batch, bubbles: true }));
          target.dispatchEvent(new MessageEvent(type, { data: batch, ports: [new MessageChannel().port1] }));
        }
      }
      for (const detail of [
        batch,
        '',
        '[',
        '{}\n',
        '[1,2,3]\n',
        '[{}]\n',
        null,
        5,
        { toString: () => batch },
      ]) {
        channel.dispatchEvent(new CustomEvent('batch', { detail }));
      }
      const other = { id: 'another', url: 'https://other.example/', top: true };
      const message = {
        type: 'cxone-payload/events',
        document: other,
        events: [{ ...forged, seq: 0 }],
        lost: 9,
      };
      postMessage(message, '*');
      postMessage({ type: 'cxone-payload/forwarded', tab: 1, message }, '*');
      const api: unknown = Reflect.get(window, 'chrome');
      const runtime: unknown = typeof api === 'object' && api !== null && Reflect.get(api, 'runtime');
      const socket = new WebSocket(url);
      socket.onopen = () => socket.send('honest frame');
      return typeof runtime;
    }, site.env.socket);
    const events = await receiver.until('the honest frame', hasEcho);
    expect(linesOf(events)).toEqual(HONEST_SOCKET);
    expect(await receiver.lost()).toBe(0);
    expect(new Set(events.map(({ document }) => document)).size).toBe(1);
    expect(pageErrors).toEqual([]);
  });

  test('the events of its sockets, their address and state, is not believed either', async () => {
    await launched.page.evaluate((url) => {
      const socket = new WebSocket(url);
      const forged = [
        new MessageEvent('message', { data: { toString: () => 'no text' } }),
        new MessageEvent('message', { data: 'said by the page itself' }),
        new Event('message'),
        new CloseEvent('close', { code: 4999, reason: '\ud800<b>' }),
        new Event('close'),
        new Event('open'),
        new ErrorEvent('error', { message: 'own' }),
      ];
      for (const event of forged) socket.dispatchEvent(event);
      Object.defineProperty(socket, 'url', { value: 'wss://other.example/' });
      Object.defineProperty(socket, 'readyState', { value: 3 });
      socket.onopen = () => socket.send('honest frame');
    }, site.env.socket);
    const events = await receiver.until('the honest frame', hasEcho);
    expect(linesOf(events)).toEqual(HONEST_SOCKET);
    const addresses = events.flatMap((event) => (event.kind === 'socket' ? [event.url] : []));
    expect(addresses).toEqual([site.env.socket, site.env.socket]);
    expect(pageErrors).toEqual([]);
  });
});

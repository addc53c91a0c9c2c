import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { ATTACKS } from './support/attacks.ts';
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

/** Runs in the page. */
function prepare(url: string): void {
  const { defineProperty, getOwnPropertyDescriptor } = Object;
  const { addEventListener } = EventTarget.prototype;
  const { apply } = Reflect;
  let stolen = 0;
  const steal = (): never => {
    stolen++;
    throw new Error('sabotage');
  };
  window.sabotage = (targets) => {
    const { length } = targets;
    for (let i = 0; i < length; i++) {
      const owner = targets[i]?.[0] ?? {};
      const key = targets[i]?.[1] ?? '';
      const isGetter = getOwnPropertyDescriptor(owner, key)?.get !== undefined;
      const descriptor: PropertyDescriptor = isGetter ? { get: steal } : { value: steal, writable: true };
      defineProperty(owner, key, { ...descriptor, configurable: true });
    }
  };
  const socket = new WebSocket(url);
  const data = 'honest frame';
  Reflect.set(window, 'honest', () => {
    const before = stolen;
    const options = { id: 'honest', list: [1, 'two', null], nested: { big: 10n } };
    const stub = { startChat: (given: object) => given };
    window.brandembassy = stub;
    const same = stub.startChat(options) === options;
    socket.send(data);
    const own = stolen - before;
    return `${same} ${own}`;
  });
  Reflect.set(
    window,
    'opened',
    new Promise((resolve) => {
      apply(addEventListener, socket, ['open', resolve]);
    }),
  );
}

const honestCalls = (events: readonly CapturedEvent[]): readonly CapturedEvent[] =>
  events.filter((event) => event.kind === 'call' && JSON.stringify(event.args).includes('honest'));
const honestFrames = (events: readonly CapturedEvent[]): readonly CapturedEvent[] =>
  events.filter(
    (event) => event.kind === 'frame' && event.body.type === 'text' && event.body.text === 'honest frame',
  );

describe('a page that has ruined the language', () => {
  test.each(Object.entries(ATTACKS))(
    'by %s: neither notices the observer nor hides from it',
    async (_, attack) => {
      await launched.page.evaluate(prepare, site.env.socket);
      await launched.page.evaluate(() => Reflect.get(window, 'opened').then(() => 1));
      // As text, in one go: nothing works in such a page that is asked later.
      const script = `(${String(attack)})(); document.title = window.honest();`;
      await launched.page.evaluate((text) => {
        const element = document.createElement('script');
        element.text = text;
        document.head.append(element);
      }, script);
      expect(await launched.page.title()).toBe('true 0');
      // Its echo as well.
      const events = await receiver.until('the honest chat', (seen) => honestFrames(seen).length === 2);
      expect(honestCalls(events)).toMatchObject([
        {
          args: [{ id: 'honest', list: [1, 'two', null], nested: { big: { $mark: 'bigint', value: '10' } } }],
        },
      ]);
      expect(events.filter(({ kind }) => kind === 'notice')).toEqual([]);
      expect(pageErrors).toEqual([]);
    },
  );
});

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
    const events = await receiver.until('the honest frame', (seen) => honestFrames(seen).length === 2);
    expect(JSON.stringify(events)).not.toContain('forged');
    expect(JSON.stringify(events)).not.toContain('other.example');
    expect(await receiver.lost()).toBe(0);
    expect(new Set(events.map(({ document }) => document)).size).toBe(1);
    expect(pageErrors).toEqual([]);
  });

  test('the events of its sockets gets them seen as what they are: events of that socket', async () => {
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
    const events = await receiver.until('the honest frame', (seen) => honestFrames(seen).length === 2);
    const sockets = events.flatMap((event) => (event.kind === 'socket' ? [event.url] : []));
    expect(new Set(sockets)).toEqual(new Set([site.env.socket]));
    expect(pageErrors).toEqual([]);
  });
});

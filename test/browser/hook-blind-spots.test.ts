import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: PlatformSite;
let launched: LaunchedBrowser;
let receiver: Receiver;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

beforeEach(async () => {
  await launched.page.goto(site.env.origin);
  await receiver.open();
});

const notices = (events: readonly CapturedEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'notice' ? [`${event.code} ${event.detail}`] : []));

const untilNotice = (notice: string): Promise<readonly CapturedEvent[]> =>
  receiver.until(`the notice of ${notice}`, (seen) => notices(seen).includes(notice));

/** The texts of the frames that were seen leaving. */
const sent = (events: readonly CapturedEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.kind === 'frame' && event.direction === 'out' && event.body.type === 'text'
      ? [event.body.text]
      : [],
  );

describe('what cannot be seen is said', () => {
  test('of a dedicated worker', async () => {
    await launched.page.evaluate((origin) => void new Worker(`${origin}/worker.js`), site.env.origin);
    await untilNotice(`worker ${site.env.origin}/worker.js`);
  });

  test('of a worker that starts another: of the one that the page started', async () => {
    await launched.page.evaluate(
      (origin) =>
        new Promise((resolve) => {
          new Worker(`${origin}/nesting.js`).onmessage = resolve;
        }),
      site.env.origin,
    );
    const events = await untilNotice(`worker ${site.env.origin}/nesting.js`);
    expect(notices(events)).toHaveLength(1);
  });

  test('of a shared worker', async () => {
    await launched.page.evaluate(
      (origin) => void new SharedWorker(new URL(`${origin}/worker.js?shared`)),
      site.env.origin,
    );
    await untilNotice(`worker ${site.env.origin}/worker.js?shared`);
  });

  test('of a service worker that the page goes through, though nothing else happens', async () => {
    await launched.page.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js?service');
      await navigator.serviceWorker.ready;
    });
    await receiver.close();
    await launched.page.goto(site.env.origin);
    await receiver.open();
    const events = await untilNotice(`worker ${site.env.origin}/worker.js?service`);
    await launched.page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations())
        await registration.unregister();
    });
    expect(notices(events)).toHaveLength(1);
  });

  test('of a frozen SDK', async () => {
    await launched.page.evaluate(() => {
      Reflect.set(window, 'cxoneChat', Object.freeze({ startChat: () => 1 }));
    });
    await untilNotice('frozen cxoneChat.startChat');
  });
});

describe('what can be seen all the same is seen', () => {
  test('the frames of an SDK that keeps to its module', async () => {
    await launched.page.evaluate((url) => {
      const text = `const sdk = { startChat() { const s = new WebSocket(${JSON.stringify(url)}); s.onopen = () => s.send('from a module'); } };
        sdk.startChat();`;
      document.body.append(Object.assign(document.createElement('script'), { type: 'module', text }));
    }, site.env.socket);
    const events = await receiver.until('the frame', (seen) => sent(seen).includes('from a module'));
    expect(events.filter(({ kind }) => kind === 'call')).toEqual([]);
    expect(notices(events)).toEqual([]);
  });

  test('the frames of a class that took the place of ours', async () => {
    await launched.page.evaluate((url) => {
      const Native = WebSocket;
      window.WebSocket = class extends Native {
        override send(data: string): void {
          super.send(`${data} of another class`);
        }
      };
      const socket = new WebSocket(url);
      socket.onopen = () => socket.send('frame');
    }, site.env.socket);
    await receiver.until('the frame', (seen) => sent(seen).includes('frame of another class'));
  });

  test('the frames of the class of a frame that the page made to get at a fresh one', async () => {
    await launched.page.evaluate((url) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const Fresh: unknown = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      if (typeof Fresh !== 'function') throw new Error('The frame has no WebSocket.');
      window.WebSocket = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      const socket = new WebSocket(url);
      socket.onopen = () => socket.send('of a fresh class');
    }, site.env.socket);
    await receiver.until('the frame', (seen) => sent(seen).includes('of a fresh class'));
  });
});

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

  test('of an SDK whose global cannot be given a wrapper', async () => {
    await launched.page.evaluate(() => {
      Object.defineProperty(window, 'cxone', { value: () => 1, configurable: false });
      return new Promise((resolve) => {
        new WebSocket('wss://none.example').onerror = resolve;
      });
    });
    await untilNotice('frozen cxone');
  });
});

describe('a hook that the page replaced later is told', () => {
  const replace: Readonly<Record<string, () => void>> = {
    'Window.WebSocket': () => {
      window.WebSocket = class extends WebSocket {};
    },
    'WebSocket.send': () => {
      const { send } = WebSocket.prototype;
      WebSocket.prototype.send = function (data) {
        send.call(this, data);
      };
    },
    'Window.fetch': () => {
      window.fetch = fetch.bind(window);
    },
    'XMLHttpRequest.open': () => {
      Reflect.deleteProperty(XMLHttpRequest.prototype, 'open');
    },
    'Navigator.sendBeacon': () => {
      Navigator.prototype.sendBeacon = () => true;
    },
    cxoneChat: () => {
      Object.defineProperty(window, 'cxoneChat', { configurable: true, get: () => ({ startChat: () => 1 }) });
    },
  };

  test.each(Object.keys(replace))('%s, as soon as a panel asks', async (name) => {
    const work = replace[name];
    if (!work) throw new Error(`Nothing replaces ${name}.`);
    await launched.page.evaluate(work);
    await receiver.open();
    const events = await untilNotice(`replaced ${name}`);
    await receiver.open();
    expect(notices(await receiver.events()).filter((notice) => notice !== `replaced ${name}`)).toEqual([]);
    expect(notices(events)).toEqual([`replaced ${name}`]);
  });

  test('none is told while all of them are in place', async () => {
    await launched.page.evaluate(() => {
      Reflect.set(window, 'cxoneChat', { startChat: () => 1 });
      Reflect.get(window, 'cxoneChat').startChat();
    });
    const events = await receiver.until('the call', (seen) => seen.some(({ kind }) => kind === 'return'));
    await receiver.open();
    await launched.page.evaluate(() => Reflect.get(window, 'cxoneChat').startChat());
    await receiver.until('the other call', (seen) => seen.filter(({ kind }) => kind === 'return').length > 1);
    expect(notices([...events, ...(await receiver.events())])).toEqual([]);
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

  test('the frames that another window sends on a socket of this one', async () => {
    await launched.page.evaluate((url) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const socket = new WebSocket(url);
      const Fresh: unknown = Reflect.get(Object(frame.contentWindow), 'WebSocket');
      if (typeof Fresh !== 'function') throw new Error('The frame has no WebSocket.');
      const { send } = Fresh.prototype;
      socket.onopen = () => {
        send.call(socket, 'from elsewhere');
        send.call(socket, 'from elsewhere again');
        socket.send('from here');
      };
    }, site.env.socket);
    const events = await receiver.until('the frames', (seen) => sent(seen).length >= 3);
    expect(sent(events).toSorted()).toEqual(['from elsewhere', 'from elsewhere again', 'from here']);
  });
});

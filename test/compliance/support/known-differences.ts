import type { Behaviour } from './behaviour.ts';

/** Something that a page finds changed, and cannot be spared. */
export interface KnownDifference extends Pick<Behaviour, 'name' | 'run'> {
  /** What the page finds without the extension, and with it. */
  readonly without: unknown;
  readonly within: unknown;
}

/** In the order of the list in `src/page/page.iife.ts`. */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'the name is in the window before the page defines it, not enumerable, and without a value',
    run: () => [
      'cxoneChat' in window,
      Object.getOwnPropertyNames(window).includes('cxoneChat'),
      Object.keys(window).includes('cxoneChat'),
      typeof Reflect.get(window, 'cxoneChat'),
    ],
    without: [false, false, false, 'undefined'],
    within: [true, true, false, 'undefined'],
  },
  {
    name: 'its descriptor is an accessor, and stays one when it was assigned',
    run: () => {
      Reflect.set(window, 'cxoneChat', { a: 1 });
      const { value, get, set, enumerable, configurable } =
        Object.getOwnPropertyDescriptor(window, 'cxoneChat') ?? {};
      return [value ?? null, typeof get, typeof set, enumerable, configurable];
    },
    without: [{ a: 1 }, 'undefined', 'undefined', true, true],
    within: [null, 'function', 'function', true, true],
  },
  {
    name: 'reading the undeclared name, or assigning it in strict code, is no ReferenceError',
    run: () => {
      const errors: string[] = [];
      addEventListener('error', ({ message }) => errors.push(message));
      for (const text of ['cxoneChat;', '"use strict"; cxone = 1;', '"use strict"; undeclared = 1;']) {
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }
      return errors.map((message) => message.replace(/^.*?(\w+ is not defined)$/, '$1'));
    },
    without: ['cxoneChat is not defined', 'cxone is not defined', 'undeclared is not defined'],
    within: ['undeclared is not defined'],
  },
  {
    name: 'defineProperty without flags leaves the name configurable, and a getter alone leaves it our setter',
    run: () => {
      Object.defineProperty(window, 'cxoneChat', { value: 1 });
      Object.defineProperty(window, 'cxone', { get: () => 1 });
      const { configurable, writable } = Object.getOwnPropertyDescriptor(window, 'cxoneChat') ?? {};
      return [configurable, writable, typeof Object.getOwnPropertyDescriptor(window, 'cxone')?.set];
    },
    without: [false, false, 'undefined'],
    within: [true, false, 'function'],
  },
  {
    name: 'what was declared with var can be deleted, and declared again with let',
    run: () => {
      const text =
        'var cxoneChat = { kind: "var" }; window.seen = [delete window.cxoneChat, typeof cxoneChat];';
      document.body.append(Object.assign(document.createElement('script'), { text }));
      return Reflect.get(window, 'seen');
    },
    without: [false, 'object'],
    within: [true, 'undefined'],
  },
  {
    name: 'a class or a function is not identical to what is read back; an object is',
    run: () => {
      class Messaging {}
      const sdk = { startChat: () => 1 };
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      Reflect.set(window, 'cxoneChat', sdk);
      return [
        Reflect.get(window, 'GenesysCloudWebMessaging') === Messaging,
        Reflect.get(window, 'cxoneChat') === sdk,
        new Messaging().constructor === Messaging,
      ];
    },
    without: [true, true, true],
    within: [false, true, false],
  },
  {
    name: 'one frame of ours stands in a stack trace, and none where nothing is observed',
    run: () => {
      const depth = (work: () => unknown): number => {
        try {
          work();
        } catch (error) {
          return error instanceof Error ? (error.stack?.match(/^ {4}at /gm)?.length ?? 0) : -1;
        }
        return 0;
      };
      const fail = (): never => {
        throw new Error('own');
      };
      const sdk = { startChat: fail };
      const bare = depth(() => fail());
      const { send } = WebSocket.prototype;
      const base = depth(() => Reflect.apply(WebSocket.prototype.close, {}, []));
      Reflect.set(window, 'cxoneChat', sdk);
      return [
        depth(() => fail()) - bare,
        depth(() => sdk.startChat()) - bare,
        depth(() => new WebSocket('ftp://host/')) - base,
        depth(() => Reflect.apply(send, {}, ['x'])) - base,
        depth(() => Reflect.apply(XMLHttpRequest.prototype.open, {}, ['GET', '/'])) - base,
        depth(() => Reflect.apply(navigator.sendBeacon, {}, ['/'])) - base,
      ];
    },
    without: [0, 0, 0, 0, 0, 0],
    within: [0, 1, 1, 1, 1, 1],
  },
  {
    name: 'no second frame stands in it in a window that is kept across its first navigation',
    run: async () => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => {
        frame.onload = resolve;
      });
      frame.src = '/';
      document.body.append(frame);
      const kept: object = Object(frame.contentWindow);
      Reflect.set(kept, 'kept', true);
      await loaded;
      const { prototype } = Object(Reflect.get(kept, 'WebSocket'));
      const depth = (key: string): number => {
        try {
          return Number(Reflect.apply(Reflect.get(prototype, key), {}, ['x']));
        } catch (error) {
          return String(Reflect.get(Object(error), 'stack')).match(/^ {4}at /gm)?.length ?? 0;
        }
      };
      return [Reflect.get(kept, 'kept'), depth('send') - depth('close')];
    },
    without: [true, 0],
    within: [true, 1],
  },
  {
    name: 'the promise of an observed fetch settles some microtasks later, and only of an observed one',
    run: ({ api, other }) => {
      const microtasks = async (url: string): Promise<number> => {
        const cancel = new AbortController();
        let count = 0;
        let settled = false;
        const reading = fetch(url, { signal: cancel.signal }).catch(() => {
          settled = true;
        });
        const tick = (): void => {
          if (settled) return;
          count++;
          queueMicrotask(tick);
        };
        cancel.abort();
        tick();
        await reading;
        return count;
      };
      return Promise.all([microtasks(other), microtasks(api)]);
    },
    without: [1, 1],
    within: [1, 2],
  },
  {
    name: 'the connection of an observed answer that the page cancels stays in use for now',
    run: async ({ endless, api }) => {
      const all = new AbortController();
      const { signal } = all;
      // A browser has six connections for one host: the last of them counts the time, line by line.
      for (let count = 0; count < 5; count++) {
        await (await fetch(`${endless}?${count}`, { signal })).body?.cancel();
      }
      const reader = (await fetch(`${endless}?last`, { signal })).body?.getReader();
      const lines = async (): Promise<string> => {
        for (let size = 0; size < 500; ) size += (await reader?.read())?.value?.length ?? 500;
        return 'no connection yet';
      };
      const answer = fetch(api, { signal }).then(({ status }) => status);
      const first = await Promise.race([answer.catch(String), lines().catch(String)]);
      all.abort();
      return first;
    },
    without: 200,
    within: 'no connection yet',
  },
  {
    name: 'the legacy properties of RegExp are those of our pattern after an observed request, and no other',
    run: async ({ api, other }) => {
      const { lastMatch } = { lastMatch: (): unknown => Reflect.get(RegExp, 'lastMatch') };
      /own/.exec('own');
      await fetch(other);
      const before = lastMatch();
      await fetch(api);
      return [before, lastMatch() === 'own'];
    },
    without: ['own', true],
    within: ['own', false],
  },
  {
    name: 'the toString of another window prints our Proxies without their name',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const theirs: object = Object(Reflect.get(Object(frame.contentWindow), 'Function'));
      const print: unknown = Reflect.get(Object(Reflect.get(theirs, 'prototype')), 'toString');
      if (typeof print !== 'function') return 'no frame';
      return [WebSocket, WebSocket.prototype.close].map((value) => Reflect.apply(print, value, []));
    },
    without: ['function WebSocket() { [native code] }', 'function close() { [native code] }'],
    within: ['function () { [native code] }', 'function close() { [native code] }'],
  },
  {
    name: 'the traps of a Proxy that an SDK is given run once more',
    run: () => {
      const log: string[] = [];
      const options = new Proxy(
        { id: 1 },
        {
          ownKeys(target) {
            log.push('ownKeys');
            return Reflect.ownKeys(target);
          },
          get(target, key, receiver) {
            log.push(`get ${String(key)}`);
            return Reflect.get(target, key, receiver);
          },
        },
      );
      const sdk = { startChat: (given: object) => Object.keys(given).length };
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.startChat(options), log];
    },
    without: [1, ['ownKeys']],
    within: [1, ['ownKeys', 'ownKeys']],
  },
  {
    name: 'an SDK’s name stands before what the page defined earlier',
    run: () => {
      for (const name of ['zeta', 'cxoneChat', 'alpha']) Reflect.set(window, name, {});
      return Object.keys(window).filter((name) => ['zeta', 'cxoneChat', 'alpha'].includes(name));
    },
    without: ['zeta', 'cxoneChat', 'alpha'],
    within: ['cxoneChat', 'zeta', 'alpha'],
  },
  {
    name: 'methods that reach private statics through their constructor do not find them',
    run: () => {
      class Messaging {
        static #made = 0;
        count(): number {
          const type: unknown = this.constructor;
          return type instanceof Function && #made in type ? 1 : 0;
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      return new Held().count();
    },
    without: 1,
    within: 0,
  },
];

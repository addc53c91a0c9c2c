import type { Behaviour } from '../support/behaviour.ts';

/** More of what monitoring agents, error trackers and polyfills do to the platform. */
export const AGENTS: readonly Behaviour[] = [
  {
    name: 'an agent behind an agent behind an agent, each a Proxy',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: string[] = [];
        const { WebSocket: Native } = window;
        const nativeSend = Native.prototype.send;
        for (const name of ['one', 'two', 'three']) {
          window.WebSocket = new Proxy(window.WebSocket, {
            construct(target, args, newTarget) {
              log.push(`${name} constructs`);
              return Reflect.construct(target, args, newTarget);
            },
          });
          Native.prototype.send = new Proxy(Native.prototype.send, {
            apply(target, self, args) {
              log.push(`${name} sends`);
              return Reflect.apply(target, self, args);
            },
          });
        }
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => {
          Native.prototype.send = nativeSend;
          window.WebSocket = Native;
          resolve([data, log, new WebSocket(socket).send === nativeSend]);
        };
      }),
  },
  {
    name: 'an error tracker that fills in methods, marks the originals and takes them back',
    run: async ({ api }) => {
      const log: unknown[] = [];
      const undo: (() => void)[] = [];
      const fill = (owner: object, key: string): void => {
        const original: unknown = Reflect.get(owner, key);
        if (typeof original !== 'function') return;
        const wrapped = function (this: unknown, ...args: unknown[]): unknown {
          log.push(key);
          return original.apply(this, args);
        };
        wrapped.prototype = original.prototype ?? {};
        Object.defineProperties(wrapped, { __tracker_original__: { value: original, enumerable: false } });
        Reflect.set(owner, key, wrapped);
        undo.push(() => Reflect.set(owner, key, original));
      };
      const natives = [window.fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send];
      fill(window, 'fetch');
      fill(XMLHttpRequest.prototype, 'open');
      fill(XMLHttpRequest.prototype, 'send');
      fill(Navigator.prototype, 'sendBeacon');
      const status = (await fetch(api)).status;
      const xhr = new XMLHttpRequest();
      xhr.open('GET', api, false);
      xhr.send();
      navigator.sendBeacon(api, 'x');
      for (const restore of undo.toReversed()) restore();
      const back = [window.fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send];
      return [status, xhr.status, log, back.map((value, index) => value === natives[index])];
    },
  },
  {
    name: 'a tracker that wraps the handlers of a request just before it leaves',
    run: ({ api }) =>
      new Promise((resolve) => {
        const log: unknown[] = [];
        const { send } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...args: unknown[]) {
          for (const key of ['onload', 'onprogress', 'onreadystatechange'] as const) {
            const handler: unknown = Reflect.get(this, key);
            if (typeof handler !== 'function') continue;
            Reflect.set(this, key, (event: Event) => {
              log.push(`${key} ${this.readyState}`);
              return Reflect.apply(handler, this, [event]);
            });
          }
          return Reflect.apply(send, this, args);
        };
        const xhr = new XMLHttpRequest();
        xhr.onreadystatechange = () => log.push('own');
        xhr.onload = () => resolve([...log, xhr.status]);
        xhr.open('GET', api);
        xhr.send();
      }),
  },
  {
    name: 'an agent that reads the answer of every fetch from a copy, of an endless one its beginning',
    run: async ({ api, endless }) => {
      const native = window.fetch;
      const log: unknown[] = [];
      const readFirst = async (body: ReadableStream<Uint8Array> | null): Promise<unknown> => {
        const reader = body?.getReader();
        const first = await reader?.read();
        // Of the two copies the first to go waits for the second.
        const gone = reader?.cancel('enough').then(() => 'gone');
        return [new TextDecoder().decode(first?.value).slice(0, 10), gone];
      };
      window.fetch = async (...args) => {
        const response = await native(...args);
        const copy = response.clone();
        if (response.url.endsWith('/endless')) log.push(await readFirst(copy.body));
        else log.push((await copy.text()).length);
        return response;
      };
      const texts = [await (await fetch(api)).text(), await (await fetch(api, { method: 'PUT' })).text()];
      const own = await readFirst((await fetch(endless)).body);
      const seen = await Promise.all([...log, own].flat());
      return [texts.map(({ length }) => length), seen];
    },
  },
  {
    name: 'an agent that replaces the toString of all functions, to hide its own',
    run: () => {
      const { toString: native } = Function.prototype;
      const disguised = new Map<unknown, string>();
      // biome-ignore lint/suspicious/noShadowRestrictedNames: as agents name it
      Function.prototype.toString = function toString(this: unknown) {
        return disguised.get(this) ?? Reflect.apply(native, this, []);
      };
      disguised.set(Function.prototype.toString, String(native));
      const own = (): number => 1;
      disguised.set(own, 'function own() { [native code] }');
      const seen = [
        WebSocket,
        WebSocket.prototype.send,
        fetch,
        own,
        class A {},
        Function.prototype.toString,
      ].map(String);
      Function.prototype.toString = native;
      return [...seen, Function.prototype.toString === native, String(fetch)];
    },
  },
  {
    name: 'an agent that compares what it finds with a fresh frame',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const scope: object = Object(frame.contentWindow);
      const look = (realm: object): unknown =>
        ['WebSocket', 'fetch', 'XMLHttpRequest', 'Worker', 'Promise', 'EventTarget'].map((key) => {
          const value: object = Object(Reflect.get(realm, key));
          const prototype: object = Object(Reflect.get(value, 'prototype'));
          const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(realm, key) ?? {};
          return [
            key,
            writable,
            enumerable,
            configurable,
            Reflect.ownKeys(value).map(String),
            Reflect.ownKeys(prototype).map(String),
            Object.isExtensible(value),
          ];
        });
      const ours = look(window);
      return [JSON.stringify(ours) === JSON.stringify(look(scope)), ours];
    },
  },
  {
    name: 'a test library that puts fake timers and a fake XMLHttpRequest over the real ones',
    run: ({ api, socket }) =>
      new Promise((resolve) => {
        const { setTimeout: later, Date: RealDate, XMLHttpRequest: Real } = window;
        const log: unknown[] = [];
        Object.assign(window, {
          setTimeout: () => 7,
          Date: class extends RealDate {
            static override now(): number {
              return 0;
            }
          },
          XMLHttpRequest: class {
            open(...args: unknown[]): void {
              log.push(args.length);
            }
            send(): void {
              log.push('sent');
            }
          },
        });
        const xhr = new XMLHttpRequest();
        xhr.open('GET', api);
        xhr.send();
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => {
          log.push(
            data,
            Date.now(),
            setTimeout(() => 0),
          );
          Object.assign(window, { setTimeout: later, Date: RealDate, XMLHttpRequest: Real });
          resolve([...log, new XMLHttpRequest() instanceof Real]);
        };
      }),
  },
  {
    name: 'a zone that wraps listeners, their removal, and every handler of a socket',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: string[] = [];
        const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
        const tasks = new Map<unknown, (event: Event) => void>();
        EventTarget.prototype.addEventListener = function (type, listener, options) {
          const task = (event: Event): void => {
            log.push(`zone ${type}`);
            if (typeof listener === 'function') Reflect.apply(listener, this, [event]);
            else listener?.handleEvent(event);
          };
          tasks.set(listener, task);
          return Reflect.apply(add, this, [type, task, options]);
        };
        EventTarget.prototype.removeEventListener = function (type, listener, options) {
          return Reflect.apply(remove, this, [type, tasks.get(listener) ?? listener, options]);
        };
        for (const key of ['onopen', 'onmessage', 'onclose', 'onerror']) {
          let held: ((event: Event) => void) | null = null;
          const type = key.slice(2);
          Object.defineProperty(WebSocket.prototype, key, {
            configurable: true,
            enumerable: true,
            get: () => held,
            set(this: WebSocket, handler: ((event: Event) => void) | null) {
              if (held) this.removeEventListener(type, held);
              held = handler;
              if (handler) this.addEventListener(type, handler);
            },
          });
        }
        const made = new WebSocket(socket);
        const never = (): void => void log.push('never');
        made.onmessage = never;
        made.onmessage = () => {
          log.push('message');
          made.close();
        };
        made.onopen = () => made.send('x');
        made.onclose = () => resolve([...log, made.onerror]);
      }),
  },
  {
    name: 'a polyfill that finds everything there and changes nothing',
    run: () => {
      const seen: unknown[] = [];
      const polyfill = (owner: object, key: string, value: unknown): void => {
        const own = Object.getOwnPropertyDescriptor(owner, key);
        seen.push([key, own !== undefined, typeof Reflect.get(owner, key)]);
        if (!own) Object.defineProperty(owner, key, { value, configurable: true, writable: true });
      };
      for (const key of ['fetch', 'WebSocket', 'XMLHttpRequest', 'Promise', 'Reflect', 'SharedWorker']) {
        polyfill(window, key, null);
      }
      polyfill(Navigator.prototype, 'sendBeacon', null);
      polyfill(Response.prototype, 'clone', null);
      return [seen, 'fetch' in window, Object.hasOwn(navigator, 'sendBeacon')];
    },
  },
];

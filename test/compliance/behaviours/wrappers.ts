import type { Behaviour } from '../support/behaviour.ts';

/**
 * Scripts that wrap the platform as we do: monitoring agents, zones, mocks. Those with a `before` are there first; the
 * others come after us.
 */
export const WRAPPERS: readonly Behaviour[] = [
  {
    name: 'an agent that was there first wraps the class and its methods',
    before: () => {
      const log: string[] = [];
      const Native = WebSocket;
      Reflect.set(window, 'log', log);
      window.WebSocket = class WebSocket extends Native {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols);
          log.push('construct');
          this.addEventListener('message', () => log.push('message'));
        }
        override send(data: string): void {
          log.push(`send ${data}`);
          super.send(data);
        }
      };
    },
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) =>
          resolve([
            Reflect.get(window, 'log'),
            data,
            made.constructor === WebSocket,
            WebSocket.name,
            WebSocket.length,
          ]);
      }),
  },
  {
    name: 'an agent that was there first wraps fetch in an async function',
    before: () => {
      const native = window.fetch;
      const log: unknown[] = [];
      Reflect.set(window, 'log', log);
      window.fetch = async function fetch(this: unknown, ...args) {
        log.push(this === window || this === undefined, args.length);
        const response = await Reflect.apply(native, window, args);
        log.push(response.status);
        return response;
      };
    },
    run: async ({ api, broken }) => {
      const { ok } = await fetch(api, { method: 'POST', body: 'x' });
      const error = await fetch(broken).catch(String);
      return [ok, error, Reflect.get(window, 'log'), fetch.name, fetch.length];
    },
  },
  {
    name: 'an agent that was there first patches XMLHttpRequest with functions of its own',
    before: () => {
      const { open, send } = XMLHttpRequest.prototype;
      const log: unknown[] = [];
      Reflect.set(window, 'log', log);
      XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: unknown[]) {
        log.push(['open', args.length]);
        return Reflect.apply(open, this, args);
      };
      XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, ...args: unknown[]) {
        log.push(['send', args]);
        this.addEventListener('load', () => log.push('load'));
        return Reflect.apply(send, this, args);
      };
    },
    run: ({ api }) =>
      new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.onload = () => resolve([Reflect.get(window, 'log'), xhr.status, xhr.open.length, xhr.send.name]);
        xhr.open('POST', api);
        xhr.send('x');
      }),
  },
  {
    name: 'a page that was there first with its SDK, before any script of ours',
    before: () => {
      const sdk = { startChat: (options: object) => ({ options, self: 'own' }) };
      Object.defineProperty(window, 'cxoneChat', {
        value: sdk,
        writable: true,
        configurable: true,
        enumerable: true,
      });
    },
    run: () => {
      const sdk: { startChat(options: object): object } = Reflect.get(window, 'cxoneChat');
      return [sdk.startChat({ a: 1 }), Object.keys(window).includes('cxoneChat'), sdk.startChat.name];
    },
  },
  {
    name: 'an agent that comes later puts a Proxy around the class',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: unknown[] = [];
        const Native = WebSocket;
        window.WebSocket = new Proxy(Native, {
          construct(target, args, newTarget) {
            log.push('construct', newTarget === window.WebSocket);
            return Reflect.construct(target, args, newTarget);
          },
          get(target, key, receiver) {
            log.push(`get ${String(key)}`);
            return Reflect.get(target, key, receiver);
          },
        });
        const made = new WebSocket(socket);
        made.onopen = () => made.send(String(WebSocket.OPEN));
        made.onmessage = ({ data }) =>
          resolve([data, log, made instanceof Native, made.constructor === Native]);
      }),
  },
  {
    name: 'an agent that comes later patches send and close on the prototype',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: unknown[] = [];
        const { send, close } = WebSocket.prototype;
        WebSocket.prototype.send = function (data) {
          log.push(data);
          return Reflect.apply(send, this, [`${data} patched`]);
        };
        WebSocket.prototype.close = function (...args) {
          log.push('close');
          return Reflect.apply(close, this, args);
        };
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => {
          log.push(data);
          made.close();
        };
        made.onclose = () => resolve(log);
      }),
  },
  {
    name: 'an agent that comes later patches the accessor of onmessage',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: unknown[] = [];
        const native = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
        Object.defineProperty(WebSocket.prototype, 'onmessage', {
          ...native,
          set(this: WebSocket, handler: (event: MessageEvent) => void) {
            const wrapped = (event: MessageEvent): void => {
              log.push('before');
              handler.call(this, event);
            };
            native?.set?.call(this, wrapped);
          },
        });
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => resolve([...log, data]);
      }),
  },
  {
    name: 'a zone that patches addEventListener sees the listeners of the page, and no others',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const log: string[] = [];
        const { addEventListener: native } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type: string, listener, options) {
          log.push(`${Object.prototype.toString.call(this)} ${type}`);
          return Reflect.apply(native, this, [type, listener, options]);
        };
        const made = new WebSocket(socket);
        const xhr = new XMLHttpRequest();
        xhr.open('GET', '/api/v2/conversations/webchat/echo');
        xhr.send();
        made.addEventListener('open', () => made.send('x'));
        made.addEventListener('message', () => {
          EventTarget.prototype.addEventListener = native;
          resolve(log);
        });
      }),
  },
  {
    name: 'a zone that replaces Promise and its then counts what the page does',
    run: async ({ api }) => {
      const Native = Promise;
      const { then } = Native.prototype;
      let calls = 0;
      Object.defineProperty(Native.prototype, 'then', {
        configurable: true,
        writable: true,
        value: function (this: Promise<unknown>, ...args: Parameters<typeof then>) {
          calls++;
          return Reflect.apply(then, this, args);
        },
      });
      class Zone<T> extends Native<T> {}
      window.Promise = Zone as PromiseConstructor;
      const promise = fetch(api);
      const seen = [promise instanceof Native, promise instanceof Zone, calls];
      const { status } = await new Native<Response>((resolve, reject) => promise.then(resolve, reject));
      window.Promise = Native;
      return [...seen, status];
    },
  },
  {
    name: 'a mock that takes the place of everything, and puts it back',
    run: async ({ socket, api }) => {
      const natives = { WebSocket, fetch, XMLHttpRequest };
      const log: unknown[] = [];
      Object.assign(window, {
        WebSocket: function Mock(url: string) {
          log.push(url === socket);
        },
        fetch: (url: string) => Promise.resolve({ status: 299, url }),
        XMLHttpRequest: class {},
      });
      log.push(
        Reflect.construct(WebSocket, [socket]) instanceof natives.WebSocket,
        (await fetch(api)).status,
      );
      Object.assign(window, natives);
      log.push(new WebSocket(socket) instanceof natives.WebSocket, (await fetch(api)).status);
      log.push(window.fetch === natives.fetch, window.WebSocket === natives.WebSocket);
      return log;
    },
  },
  {
    name: 'an agent that wraps a method of the SDK, and takes its wrapper off again',
    run: () => {
      const log: unknown[] = [];
      const sdk = {
        startChat(this: unknown, options: object): unknown {
          return [options, this === sdk];
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const held: typeof sdk = Reflect.get(window, 'cxoneChat');
      const original = held.startChat;
      held.startChat = function (options) {
        log.push('agent');
        return Reflect.apply(original, this, [options]);
      };
      log.push(held.startChat({ a: 1 }));
      held.startChat = original;
      log.push(held.startChat({ b: 2 }), held.startChat === original, sdk.startChat === original);
      return log;
    },
  },
  {
    name: 'an agent that asks whether a function is native',
    run: () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const isNative = (value: unknown): boolean =>
        /^function [\w ]*\(\) \{ \[native code\] \}$/.test(Function.prototype.toString.call(value));
      return [
        WebSocket,
        WebSocket.prototype.send,
        fetch,
        XMLHttpRequest.prototype.open,
        XMLHttpRequest.prototype.send,
        XMLHttpRequest.prototype.setRequestHeader,
        navigator.sendBeacon,
        Worker,
        SharedWorker,
        Function.prototype.toString,
      ].map((value) => [
        isNative(value),
        `${value}`,
        isNative(Reflect.get(Object(frame.contentWindow), value.name) ?? value),
      ]);
    },
  },
];

import type { Behaviour } from '../support/behaviour.ts';

/** A page that has nothing to do with chats. */
export const PLAIN_PAGE: readonly Behaviour[] = [
  {
    name: 'its document holds what the server sent',
    run: () => [
      document.documentElement.outerHTML,
      document.scripts.length,
      document.adoptedStyleSheets.length,
      document.cookie,
      localStorage.length,
      sessionStorage.length,
      history.length > 0,
      document.readyState,
    ],
  },
  {
    name: 'nothing was fetched, marked or measured',
    run: () => [
      // The browser asks for the icon of a site once.
      performance.getEntriesByType('resource').filter(({ name }) => !name.endsWith('/favicon.ico')).length,
      performance.getEntriesByType('mark').length,
      performance.getEntriesByType('measure').length,
      performance.getEntriesByType('visibility-state').length,
    ],
  },
  {
    name: 'the ids of timers and frames begin where they did',
    run: () => [
      setTimeout(() => 0),
      setInterval(() => 0, 1e6),
      requestAnimationFrame(() => 0),
      requestIdleCallback(() => 0),
    ],
  },
  {
    name: 'the names on the window, but for those that are told of',
    run: () => {
      const ours = ['cxoneChat', 'GenesysCloudWebMessaging', 'cxone', 'brandembassy', 'Genesys'];
      const names = Object.getOwnPropertyNames(window).filter((name) => !ours.includes(name));
      const enumerable: string[] = [];
      for (const name in window) enumerable.push(name);
      return [names.toSorted(), Object.getOwnPropertySymbols(window).length, enumerable.length];
    },
  },
  {
    name: 'the built-ins have the properties that they had',
    run: () =>
      [
        Object,
        Function,
        Array,
        Promise,
        Reflect,
        JSON,
        EventTarget,
        Event,
        Node,
        Document,
        Navigator,
        Response,
        Request,
      ].map((owner) => [
        Reflect.ownKeys(owner).map(String),
        'prototype' in owner ? Reflect.ownKeys(owner.prototype).map(String) : [],
      ]),
  },
  {
    name: 'a page that listens for everything from the start hears nothing of ours',
    before: () => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      for (const type of [
        'message',
        'error',
        'unhandledrejection',
        'batch',
        'click',
        'securitypolicyviolation',
      ]) {
        addEventListener(type, () => heard.push(type), true);
      }
    },
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        made.onopen = () => made.send('x');
        made.onmessage = () => setTimeout(() => resolve(Reflect.get(window, 'heard')), 100);
      }),
  },
  {
    name: 'errors that nobody catches are told as before',
    run: () =>
      new Promise((resolve) => {
        const told: unknown[] = [];
        window.onerror = (message, source, line, column, error) => {
          told.push(
            message,
            source === location.href,
            line,
            column,
            String(error),
            error?.stack?.split('\n').length,
          );
          return true;
        };
        addEventListener('unhandledrejection', ({ reason, cancelable }) => {
          told.push(String(reason), cancelable);
          resolve(told);
        });
        const text = `setTimeout(() => { Promise.reject(new TypeError('promised')); throw new RangeError('own'); });`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'the stack of an error of the page, and one with a formatter of its own',
    run: () => {
      const frames = (): number | undefined => new Error('own').stack?.split('\n').length;
      const before = frames();
      Reflect.set(Error, 'prepareStackTrace', (_error: unknown, sites: unknown[]) => sites.length);
      const counted: unknown = new Error('own').stack;
      Reflect.deleteProperty(Error, 'prepareStackTrace');
      return [before, counted, Error.stackTraceLimit];
    },
  },
  {
    name: 'document.open() in mid-flight leaves the page its window',
    run: ({ socket }) =>
      new Promise((resolve) => {
        const made = new WebSocket(socket);
        const { WebSocket: before } = window;
        document.open();
        document.write('<!doctype html><title>written</title><p>new');
        document.close();
        made.onopen = () => made.send('x');
        made.onmessage = ({ data }) => resolve([data, window.WebSocket === before, document.title]);
      }),
  },
  {
    name: 'structuredClone, JSON and Reflect of the page are its own',
    run: () => [
      structuredClone({ a: [1, new Date(0), new Map([[1, { b: 2 }]])] }),
      JSON.stringify({ a: undefined, b: () => 1, c: Number.NaN, d: [undefined] }),
      Reflect.ownKeys({ b: 1, a: 2, 1: 3, [Symbol.iterator]: 4 }).map(String),
      String(structuredClone),
      String(JSON.stringify),
      String(Reflect.construct),
      String(Object.defineProperty),
      String(EventTarget.prototype.addEventListener),
    ],
  },
  {
    name: 'toString of every kind of function, and its errors',
    run: () => {
      const print = (value: unknown): unknown => {
        try {
          return Reflect.apply(Function.prototype.toString, value, []);
        } catch (error) {
          return [String(error), error instanceof TypeError];
        }
      };
      class Own {
        method(): number {
          return 1;
        }
      }
      const bound = print.bind(null);
      const proxy = new Proxy(Own, {});
      return [
        print,
        Own,
        Own.prototype.method,
        bound,
        proxy,
        Math.max,
        class {},
        async () => 1,
        null,
        'text',
        {},
      ].map((value) => print(value));
    },
  },
  {
    name: 'toString called in odd ways',
    run: () => {
      const { toString: print } = Function.prototype;
      const outcomes: unknown[] = [print.length, print.name, Object.keys(print), 'prototype' in print];
      try {
        outcomes.push(Reflect.construct(print, []));
      } catch (error) {
        outcomes.push(String(error));
      }
      class Own extends Function {}
      outcomes.push(new Own('return 1').toString(), print.call(print) === print.toString());
      return outcomes;
    },
  },
];

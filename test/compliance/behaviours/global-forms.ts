import type { Behaviour } from '../support/behaviour.ts';

/** The name of an SDK, defined in the less usual ways. */
export const GLOBAL_FORMS: readonly Behaviour[] = [
  {
    name: 'Object.defineProperty with a value',
    run: () => {
      const sdk = { startChat: () => 1 };
      Object.defineProperty(window, 'cxoneChat', { value: sdk, configurable: true });
      const held: unknown = Reflect.get(window, 'cxoneChat');
      const { writable, enumerable, configurable } =
        Object.getOwnPropertyDescriptor(window, 'cxoneChat') ?? {};
      return [
        held === sdk,
        sdk.startChat(),
        writable,
        enumerable,
        configurable,
        Reflect.set(window, 'cxoneChat', 2),
      ];
    },
  },
  {
    name: 'Object.defineProperty with a getter and a setter',
    run: ({ socket }) => {
      const log: unknown[] = [];
      let held: unknown = { startChat: () => 1 };
      Object.defineProperty(window, 'cxoneChat', {
        configurable: true,
        enumerable: true,
        get: () => held,
        set: (value) => {
          log.push('set');
          held = value;
        },
      });
      new WebSocket(socket);
      const next = { startChat: () => 2 };
      Reflect.set(window, 'cxoneChat', next);
      const seen: typeof next = Reflect.get(window, 'cxoneChat');
      return [seen === next, seen.startChat(), log, Object.keys(window).includes('cxoneChat')];
    },
  },
  {
    name: 'Object.defineProperty a second time, and on what may not be changed',
    run: () => {
      const define = (descriptor: PropertyDescriptor): unknown => {
        try {
          Object.defineProperty(window, 'cxoneChat', descriptor);
          return Reflect.get(window, 'cxoneChat');
        } catch (error) {
          return String(error);
        }
      };
      return [
        define({ value: 1, configurable: true, writable: true }),
        define({ value: 2 }),
        define({ get: () => 3, configurable: true }),
        define({ value: 4, configurable: false, writable: false }),
        define({ value: 5 }),
        Reflect.deleteProperty(window, 'cxoneChat'),
      ];
    },
  },
  {
    name: 'a global that is frozen after it was set',
    run: () => {
      Reflect.set(window, 'cxoneChat', { startChat: () => 1, extra: { a: 1 } });
      const held: Record<string, unknown> = Object.freeze(Reflect.get(window, 'cxoneChat'));
      return [
        Object.isFrozen(held),
        Object.isFrozen(Reflect.get(window, 'cxoneChat')),
        Reflect.set(held, 'startChat', 2),
        Reflect.set(held, 'more', 2),
        typeof held.startChat === 'function' && held.startChat(),
        Object.keys(held),
      ];
    },
  },
  {
    name: 'a global that is sealed, and one that cannot be extended',
    run: () =>
      [Object.seal, Object.preventExtensions].map((lock) => {
        const sdk = { startChat: () => 1 };
        Reflect.set(window, 'cxoneChat', lock(sdk));
        return [
          sdk.startChat(),
          Reflect.set(sdk, 'more', 2),
          Reflect.set(sdk, 'startChat', () => 3),
          sdk.startChat(),
          Object.isSealed(sdk),
          Object.isExtensible(sdk),
        ];
      }),
  },
  {
    name: 'names of a script that fails on the second declaration',
    run: () => {
      const errors: string[] = [];
      addEventListener('error', ({ message }) => errors.push(message));
      const run = (text: string): void => {
        document.body.append(Object.assign(document.createElement('script'), { text }));
      };
      run('let cxoneChat = { from: "let" };');
      run('var cxoneChat = { from: "var" };');
      run('const Genesys = 1; Genesys = 2;');
      run('window.seen = [cxoneChat.from, typeof window.cxoneChat, Genesys];');
      return [errors, Reflect.get(window, 'seen')];
    },
  },
  {
    name: 'a function declaration, hoisted over a use of it',
    run: () => {
      const text = `window.seen = [typeof cxone, cxone(1), delete window.cxone];
        function cxone(a) { (cxone.q = cxone.q || []).push(arguments); return a; }
        seen.push(cxone.q.length, cxone(2), cxone.q.length, cxone.name);`;
      document.body.append(Object.assign(document.createElement('script'), { text }));
      return Reflect.get(window, 'seen');
    },
  },
  {
    name: 'strict code, and code in a module',
    run: () =>
      new Promise((resolve) => {
        const errors: string[] = [];
        addEventListener('error', ({ message }) => errors.push(message));
        Reflect.set(window, 'done', (seen: unknown) => resolve([seen, errors]));
        const run = (type: string, text: string): void => {
          document.body.append(Object.assign(document.createElement('script'), { type, text }));
        };
        run('', '"use strict"; window.cxoneChat = { a: 1 }; cxoneChat = { b: 2 };');
        run('module', 'var cxone = 1; done([cxoneChat, typeof window.cxone, this === undefined]);');
      }),
  },
  {
    name: 'Object.assign, spread and a copy of the window',
    run: () => {
      const sdk = { startChat: () => 1 };
      Object.assign(window, { cxoneChat: sdk });
      const copy: Record<string, unknown> = { ...window };
      return [copy.cxoneChat === sdk, Object.keys(window).includes('cxoneChat')];
    },
  },
  {
    name: 'an object that inherits from the window',
    run: () => {
      const heir: object = Object.create(window);
      const sdk = { startChat: () => 1 };
      const written = Reflect.set(heir, 'cxoneChat', sdk);
      const own = Object.getOwnPropertyDescriptor(heir, 'cxoneChat');
      const apart = [written, own?.value === sdk, own, typeof Reflect.get(window, 'cxoneChat')];
      const next = { startChat: () => 2 };
      Reflect.set(window, 'cxoneChat', next);
      const younger: { cxoneChat?: typeof next } = Object.create(window);
      return [
        apart,
        sdk.startChat(),
        Reflect.get(heir, 'cxoneChat') === sdk,
        younger.cxoneChat === next,
        younger.cxoneChat?.startChat(),
        Reflect.set(younger, 'cxoneChat', 3),
        Object.hasOwn(younger, 'cxoneChat'),
        Reflect.get(window, 'cxoneChat') === next,
      ];
    },
  },
  {
    name: 'Proxies of the window, as sandboxes make them',
    run: () => {
      const plain: object = new Proxy(window, {});
      const writing: object = new Proxy(window, {
        set: (target, key, value) => Reflect.set(target, key, value),
      });
      const apart: object = new Proxy(Object.create(null), {
        set: (target, key, value, receiver) => Reflect.set(target, key, value, receiver),
        get: (target, key) =>
          Object.hasOwn(target, key) ? Reflect.get(target, key) : Reflect.get(window, key),
      });
      const sdk = (from: string) => ({ startChat: () => from });
      const from = (holder: object, key: string): unknown => Reflect.get(holder, key)?.startChat();
      const seen: unknown[] = [];
      for (const [holder, key] of [
        [plain, 'cxone'],
        [writing, 'Genesys'],
        [apart, 'cxoneChat'],
      ] as const) {
        seen.push(Reflect.set(holder, key, sdk(key)), from(holder, key), from(window, key));
        seen.push(Reflect.set(holder, key, sdk('again')), from(holder, key), from(window, key));
      }
      return seen;
    },
  },
];

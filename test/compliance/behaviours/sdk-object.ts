import type { Behaviour } from '../support/behaviour.ts';

/** An object that the page puts at `window.cxoneChat`. */
export const SDK_OBJECT: readonly Behaviour[] = [
  {
    name: 'receiver, arguments, return value',
    run: () => {
      const seen: unknown[] = [];
      const options = { name: 'John' };
      const result = { id: 1 };
      const sdk = {
        startChat(this: unknown, ...args: unknown[]) {
          seen.push(this === sdk, args.length, args[0] === options);
          return result;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const chat: typeof sdk = Reflect.get(window, 'cxoneChat');
      seen.push(chat.startChat(options, 2) === result);
      seen.push(Reflect.apply(chat.startChat, undefined, []) === result);
      return seen;
    },
  },
  {
    name: 'exceptions',
    run: () => {
      const error = { own: 'error' };
      const sdk = {
        startChat: () => {
          throw error;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      try {
        sdk.startChat();
      } catch (caught) {
        return caught === error;
      }
      return 'nothing thrown';
    },
  },
  {
    name: 'what its methods look like',
    run: () => {
      const sdk = Object.defineProperties(
        {
          startChat: async function start(_options: object, _more: object) {
            return 1;
          },
          arrow: () => 2,
          short() {
            return 3;
          },
          data: [1],
          get online() {
            return true;
          },
        },
        {
          hidden: { value: () => 4, configurable: true },
          fixed: { value: () => 5, enumerable: true },
        },
      );
      Object.assign(sdk.startChat, { version: '1.0' });
      Reflect.set(window, 'cxoneChat', sdk);
      return Reflect.ownKeys(sdk).map((key) => {
        const { value, get, writable, enumerable, configurable } =
          Object.getOwnPropertyDescriptor(sdk, key) ?? {};
        const look =
          typeof value === 'function'
            ? [
                value.name,
                value.length,
                String(value),
                Reflect.ownKeys(value),
                value.version,
                'prototype' in value,
              ]
            : String(get ?? value);
        return [key, look, writable, enumerable, configurable];
      });
    },
  },
  {
    name: 'a promise is returned as it is',
    run: async () => {
      const promise = Promise.resolve('started');
      const sdk = { startChat: () => promise };
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.startChat() === promise, await sdk.startChat()];
    },
  },
  {
    name: 'a rejection that nobody handles is told',
    run: () =>
      new Promise((resolve) => {
        addEventListener('unhandledrejection', (event) => resolve(String(event.reason)));
        // In a script of the page's own: those of a debugger are muted.
        const text = `window.cxoneChat = { startChat: () => Promise.reject(new Error('refused')) };
          cxoneChat.startChat();`;
        document.body.append(Object.assign(document.createElement('script'), { text }));
      }),
  },
  {
    name: 'options are not read, and not changed',
    run: () => {
      const read: string[] = [];
      const options = {
        get customerId() {
          read.push('customerId');
          return 'CRM-1';
        },
        toJSON: () => {
          read.push('toJSON');
        },
        nested: Object.freeze({ a: 1 }),
      };
      const sdk = { startChat: (given: object) => Object.keys(given) };
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.startChat(options), read];
    },
  },
  {
    name: 'hostile options',
    run: () => {
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      const hostile = [
        cyclic,
        proxy,
        10n ** 20n,
        document,
        window,
        Symbol('s'),
        () => 1,
        new Array(2 ** 32 - 1),
      ];
      const sdk = { startChat: (options: unknown) => typeof options };
      Reflect.set(window, 'cxoneChat', sdk);
      return hostile.map((options) => sdk.startChat(options));
    },
  },
  {
    name: 'a frozen object',
    run: () => {
      const sdk = Object.freeze({ startChat: () => 1 });
      const { startChat } = sdk;
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.startChat === startChat, sdk.startChat(), Object.isFrozen(sdk)];
    },
  },
  {
    name: 'methods that are added, replaced and removed later',
    run: () => {
      const sdk: Record<string, unknown> = { first: () => 1 };
      Reflect.set(window, 'cxoneChat', sdk);
      const chat = (): Record<string, () => unknown> => Reflect.get(window, 'cxoneChat');
      chat().second = () => 2;
      const seen = [chat().second?.()];
      const { first } = chat();
      chat().first = () => [first?.(), 'wrapped'];
      seen.push(chat().first?.());
      Reflect.deleteProperty(sdk, 'second');
      seen.push(typeof chat().second, Object.keys(sdk));
      return seen;
    },
  },
  {
    name: 'methods that call each other and themselves',
    run: () => {
      const order: string[] = [];
      const sdk = {
        outer(depth: number): number {
          order.push(`outer ${depth}`);
          return depth === 0 ? this.inner() : this.outer(depth - 1) + 1;
        },
        inner(): number {
          order.push('inner');
          return 0;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.outer(2), order];
    },
  },
  {
    name: 'an instance of a class, with private fields and inherited methods',
    run: () => {
      class Base {
        hello(): string {
          return `hello from ${this.constructor.name}`;
        }
      }
      class Sdk extends Base {
        #chats = 0;
        start(): number {
          this.#chats++;
          return this.#chats;
        }
        static #made = 0;
        static count(): number {
          Sdk.#made++;
          return Sdk.#made;
        }
      }
      const sdk = new Sdk();
      const other = new Sdk();
      Reflect.set(window, 'cxoneChat', sdk);
      return [
        sdk.start(),
        sdk.start(),
        other.start(),
        sdk.hello(),
        sdk instanceof Sdk,
        sdk.constructor === Sdk,
        Sdk.count(),
        Object.getOwnPropertyNames(Sdk.prototype),
        Object.keys(sdk),
      ];
    },
  },
  {
    name: 'an SDK that is an event target leaves all others alone',
    run: () => {
      const native = EventTarget.prototype.addEventListener;
      class Sdk extends EventTarget {}
      const sdk = new Sdk();
      Reflect.set(window, 'cxoneChat', sdk);
      return [sdk.addEventListener === native, String(EventTarget.prototype.dispatchEvent)];
    },
  },
  {
    name: 'a stub with a queue, replaced by the SDK',
    run: () => {
      const stub = {
        q: [['startChat', { early: 1 }]] as unknown[],
        startChat(...args: unknown[]) {
          stub.q.push(['startChat', ...args]);
        },
      };
      Reflect.set(window, 'cxoneChat', stub);
      stub.startChat({ late: 2 });
      const chat: typeof stub = Reflect.get(window, 'cxoneChat');
      chat.q.push(['startChat', { direct: 3 }]);
      const started: unknown[] = [];
      const sdk = { startChat: (options: object) => started.push(options) };
      for (const call of stub.q) started.push(call);
      Reflect.set(window, 'cxoneChat', sdk);
      sdk.startChat({ real: 4 });
      return [started, stub.q.length, Array.isArray(stub.q)];
    },
  },
  {
    name: 'a function with its arguments in a queue',
    run: () => {
      const stub = function cxone(): void {
        // biome-ignore lint/complexity/noArguments: as the vendor's own stub does it
        queue.push([...arguments]);
      };
      const queue: unknown[] = [];
      Object.assign(stub, { q: queue, u: 'https://loader.example/' });
      Reflect.set(window, 'cxoneChat', stub);
      const held: typeof stub & { u: string } = Reflect.get(window, 'cxoneChat');
      Reflect.apply(held, window, ['chat', 'init', 5290]);
      return [queue, held.name, held.length, held.u, typeof held, String(held), Object.keys(held)];
    },
  },
];

import type { Behaviour } from '../support/behaviour.ts';

/** SDKs of unusual make. */
export const SDK_FORMS: readonly Behaviour[] = [
  {
    name: 'an async startChat that rejects and resolves',
    run: async () => {
      const error = new Error('refused');
      const sdk = {
        async startChat(this: unknown, fail: boolean) {
          await null;
          if (fail) throw error;
          return { self: this === sdk };
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const promise = sdk.startChat(false);
      return [
        Object.getPrototypeOf(promise) === Promise.prototype,
        Reflect.ownKeys(promise).length,
        await promise,
        (await sdk.startChat(true).catch((reason: unknown) => reason)) === error,
      ];
    },
  },
  {
    name: 'a thenable, a generator and a stream are returned as they are',
    run: () => {
      let thens = 0;
      const thenable = {
        // biome-ignore lint/suspicious/noThenProperty: SDKs return such objects
        then: () => {
          thens++;
        },
      };
      let steps = 0;
      const generator = (function* steps_() {
        steps++;
        yield 1;
      })();
      const results = [thenable, generator, new ReadableStream(), new Map([[1, 2]]), null, undefined];
      let next = 0;
      const sdk = { startChat: () => results[next++] };
      Reflect.set(window, 'cxoneChat', sdk);
      return [results.map((result) => sdk.startChat() === result), thens, steps];
    },
  },
  {
    name: 'getters that make a method each time, and count',
    run: () => {
      let reads = 0;
      const sdk = {
        get startChat() {
          reads++;
          const number = reads;
          return () => number;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const held: typeof sdk = Reflect.get(window, 'cxoneChat');
      return [held.startChat(), held.startChat(), reads];
    },
  },
  {
    name: 'a Proxy as the SDK',
    run: () => {
      const target = { startChat: (options: object) => options };
      const options = { a: 1 };
      const sdk = new Proxy(target, {
        get: (object, key, receiver) =>
          key === 'dynamic' ? () => 'made up' : Reflect.get(object, key, receiver),
        has: (object, key) => key === 'dynamic' || key in object,
      });
      Reflect.set(window, 'cxoneChat', sdk);
      const held = Reflect.get(window, 'cxoneChat');
      return [
        held === sdk,
        held.startChat(options) === options,
        held.dynamic(),
        'dynamic' in held,
        Object.keys(held),
      ];
    },
  },
  {
    name: 'a Proxy that refuses everything',
    run: () => {
      const refuse = (): never => {
        throw new Error('refused');
      };
      const sdk = new Proxy(
        { startChat: () => 1 },
        { ownKeys: refuse, getOwnPropertyDescriptor: refuse, defineProperty: refuse, getPrototypeOf: refuse },
      );
      Reflect.set(window, 'cxoneChat', sdk);
      const held: { startChat(): unknown } = Reflect.get(window, 'cxoneChat');
      return [held === sdk, held.startChat()];
    },
  },
  {
    name: 'the receiver and the arguments of a function that is the SDK',
    run: () => {
      const seen: unknown[] = [];
      const options = { a: 1 };
      function cxone(this: unknown, ...args: unknown[]): unknown {
        seen.push(this === undefined || this === window, args.length, args[1] === options);
        return options;
      }
      cxone.init = function (this: unknown): unknown {
        seen.push(this === cxone);
        return this;
      };
      Reflect.set(window, 'cxone', cxone);
      const held: typeof cxone = Reflect.get(window, 'cxone');
      return [Reflect.apply(held, undefined, ['chat', options]) === options, held.init() === held, seen];
    },
  },
  {
    name: 'arguments that are objects with traps, private names, or frozen',
    run: () => {
      class Customer {
        #id = 'CRM-1';
        get id(): string {
          return this.#id;
        }
      }
      const customer = new Customer();
      const frozen = Object.freeze({ deep: Object.freeze([1]) });
      const sdk = {
        startChat: (a: Customer, b: object, c: unknown, ...rest: unknown[]) => [
          a === customer && a.id,
          b === frozen,
          Object.is(c, -0),
          rest.length,
          rest.map(String),
        ],
      };
      Reflect.set(window, 'cxoneChat', sdk);
      return Reflect.apply(sdk.startChat, sdk, [customer, frozen, -0, undefined, null, 10n]);
    },
  },
  {
    name: 'exceptions of every kind, with their stack and their cause',
    run: () => {
      const thrown = [
        'text',
        42,
        null,
        undefined,
        Symbol.iterator,
        new RangeError('own', { cause: { a: 1 } }),
      ];
      let next = 0;
      const sdk = {
        startChat: () => {
          const error = thrown[next++];
          throw error;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      return thrown.map((error) => {
        try {
          return sdk.startChat();
        } catch (caught) {
          return [
            caught === error,
            caught instanceof RangeError && [caught.message, Reflect.ownKeys(caught)],
          ];
        }
      });
    },
  },
  {
    name: 'a method that recurses until the stack is used up',
    run: () => {
      const sdk = {
        startChat(): number {
          return this.startChat() + 1;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const seen: unknown[] = [];
      try {
        sdk.startChat();
      } catch (error) {
        seen.push(error instanceof RangeError);
      }
      sdk.startChat = () => 1;
      return [...seen, sdk.startChat()];
    },
  },
  {
    name: 'a method called from where the stack ends: it either runs and returns, or throws',
    run: () => {
      let ran = 0;
      let returned = 0;
      let tries = 0;
      const sdk = {
        startChat: () => void ran++,
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const dive = (...padding: readonly number[]): void => {
        try {
          dive(...padding);
        } catch {
          tries = 500;
        }
        if (tries-- <= 0) return;
        try {
          sdk.startChat();
          returned++;
        } catch {
          // There was no stack left for it.
        }
      };
      for (let round = 0; round < 40; round++) dive(...new Array(round).fill(0));
      return [ran - returned, returned > 0];
    },
  },
  {
    name: 'a method called while another runs, across a promise',
    run: async () => {
      const order: string[] = [];
      const sdk = {
        async startChat() {
          order.push('start');
          await this.identify();
          order.push('started');
        },
        async identify() {
          order.push('identify');
          await null;
          order.push('identified');
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const first = sdk.startChat();
      order.push('after');
      await Promise.all([first, sdk.identify()]);
      return order;
    },
  },
  {
    name: 'an SDK that is shared between two names and two windows',
    run: () => {
      const sdk = { startChat: (count: number) => count };
      Reflect.set(window, 'cxoneChat', sdk);
      Reflect.set(window, 'Genesys', sdk);
      const frame = document.createElement('iframe');
      document.body.append(frame);
      Reflect.set(Object(frame.contentWindow), 'cxoneChat', sdk);
      const theirs: unknown = Reflect.get(Object(frame.contentWindow), 'cxoneChat');
      return [
        theirs === sdk,
        Reflect.get(window, 'Genesys') === sdk,
        sdk.startChat(3),
        sdk.startChat.name,
        Object.keys(sdk),
      ];
    },
  },
];

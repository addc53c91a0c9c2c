import type { Behaviour } from '../support/behaviour.ts';

/** A method of an SDK, called in every way there is. */
export const SDK_CALLS: readonly Behaviour[] = [
  {
    name: 'arguments.length, default parameters and rest',
    run: () => {
      const sdk = {
        startChat(first: unknown = 'default', ...rest: unknown[]): unknown {
          // biome-ignore lint/complexity/noArguments: what it holds is what is tried
          return [arguments.length, first, rest.length, Array.isArray(arguments)];
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      return [
        sdk.startChat(),
        sdk.startChat(undefined),
        sdk.startChat(null, 1, undefined),
        Reflect.apply(sdk.startChat, sdk, new Array(3)),
        sdk.startChat.length,
      ];
    },
  },
  {
    name: 'an argument that is changed during the call and after it',
    run: async () => {
      const held: object[] = [];
      const sdk = {
        startChat(options: Record<string, unknown>) {
          held.push(options);
          options.seen = true;
          return Promise.resolve().then(() => ({ ...options }));
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const options: Record<string, unknown> = { a: 1 };
      const later = sdk.startChat(options);
      options.b = 2;
      return [held[0] === options, options, await later];
    },
  },
  {
    name: 'generators, plain and asynchronous',
    run: async () => {
      const order: string[] = [];
      const sdk = {
        *steps(count: number): Generator<number, string, string> {
          order.push('begun');
          for (let i = 0; i < count; i++) order.push(yield i);
          return 'done';
        },
        async *events(): AsyncGenerator<number> {
          yield 1;
          yield 2;
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const steps = sdk.steps(2);
      order.push('made');
      const results = [steps.next('ignored'), steps.next('one'), steps.next('two')];
      const events: number[] = [];
      for await (const event of sdk.events()) events.push(event);
      return [
        order,
        results,
        events,
        Object.prototype.toString.call(steps),
        steps instanceof sdk.steps,
        Object.prototype.toString.call(sdk.steps),
      ];
    },
  },
  {
    name: 'call, apply, bind, and a bound method that is put back',
    run: () => {
      const sdk = {
        startChat(this: unknown, ...args: unknown[]): unknown {
          return [this === sdk, this === undefined || this === window, args];
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const { startChat } = sdk;
      const bound = startChat.bind(sdk, 1);
      const seen = [
        startChat.call(sdk, 1),
        startChat.apply(undefined, [1]),
        bound(2),
        bound.name,
        bound.length,
      ];
      sdk.startChat = startChat.bind(sdk);
      return [...seen, Reflect.apply(sdk.startChat, null, [3]), sdk.startChat.name];
    },
  },
  {
    name: 'a class and a constructor function among the properties of an SDK',
    run: () => {
      const Old = function Old(this: Record<string, unknown>, room: string): void {
        this.room = room;
      };
      Old.prototype.name = 'inherited';
      const sdk = {
        Chat: class Chat {
          readonly #room: string;
          static made = 0;
          static {
            Chat.made = 1;
          }
          constructor(room: string) {
            this.#room = room;
          }
          room(): string {
            return this.#room;
          }
        },
        Old,
      };
      Reflect.set(window, 'cxoneChat', sdk);
      const chat = new sdk.Chat('r1');
      const old: object = Reflect.construct(sdk.Old, ['r2']);
      class Own extends sdk.Chat {}
      return [
        chat.room(),
        chat instanceof sdk.Chat,
        chat.constructor === sdk.Chat,
        sdk.Chat.made,
        sdk.Chat.name,
        old instanceof sdk.Old,
        Object.entries(old),
        Reflect.get(old, 'name'),
        new Own('r3').room(),
        new Own('r4') instanceof sdk.Chat,
      ];
    },
  },
  {
    name: 'a constructor that makes itself when it is called without new',
    run: () => {
      const Messaging = function Messaging(this: unknown, config: object): unknown {
        if (!(this instanceof Reflect.get(window, 'GenesysCloudWebMessaging')))
          return Reflect.construct(Reflect.get(window, 'GenesysCloudWebMessaging'), [config]);
        Reflect.set(Object(this), 'config', config);
        return this;
      };
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      const config = { a: 1 };
      const made = Reflect.apply(Held, undefined, [config]);
      return [
        made instanceof Held,
        Reflect.get(Object(made), 'config') === config,
        Object.keys(Object(made)),
      ];
    },
  },
  {
    name: 'a prototype that is replaced after the class was given',
    run: () => {
      const Messaging = function Messaging(): void {
        // All it has comes from its prototype.
      };
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      Held.prototype = { startChat: (options: object) => ['new', options] };
      const made: { startChat(options: object): unknown } = Reflect.construct(Held, []);
      return [made.startChat({ a: 1 }), made instanceof Held, Object.keys(Held.prototype)];
    },
  },
  {
    name: 'Reflect.construct of an SDK class with another target, and a frozen class',
    run: () => {
      class Messaging {
        readonly kind: string;
        constructor() {
          this.kind = new.target.name;
        }
        startChat(): number {
          return 1;
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      class Other {
        own = 1;
      }
      const made: object = Reflect.construct(Held, [], Other);
      Object.freeze(Held);
      Object.freeze(Held.prototype);
      return [
        made instanceof Other,
        made instanceof Held,
        Reflect.get(made, 'kind') ?? null,
        Object.isFrozen(Held),
        new Held().startChat(),
        Reflect.set(Held, 'own', 1),
      ];
    },
  },
  {
    name: 'an SDK with methods under symbols, numbers and odd names',
    run: () => {
      const key = Symbol('start');
      const sdk: Record<PropertyKey, () => unknown> = {
        [key]: () => 'symbol',
        0: () => 'number',
        '': () => 'empty',
        'start chat': () => 'space',
        ['__proto__']: () => 'own',
      };
      Reflect.set(window, 'cxoneChat', sdk);
      return [
        Reflect.ownKeys(sdk).map(String),
        Reflect.ownKeys(sdk).map((name) => Reflect.apply(Reflect.get(sdk, name), sdk, [])),
        Object.entries(sdk).length,
        typeof Object.getPrototypeOf(sdk),
      ];
    },
  },
  {
    name: 'an SDK that can be iterated, compared, copied and cloned as before',
    run: () => {
      const sdk = {
        data: { a: [1, new Date(0)] },
        startChat: () => 1,
        *[Symbol.iterator]() {
          yield 1;
        },
        [Symbol.toPrimitive]: () => 'sdk',
      };
      const original = sdk.startChat;
      Reflect.set(window, 'cxoneChat', sdk);
      const copy = { ...sdk };
      const attempt = (): unknown => {
        try {
          return structuredClone(sdk);
        } catch (error) {
          return error instanceof DOMException && [error.name, error.code];
        }
      };
      return [
        [...sdk],
        `${sdk}`,
        copy.startChat === sdk.startChat,
        copy.startChat(),
        original(),
        structuredClone(sdk.data),
        attempt(),
        JSON.stringify(sdk),
        Object.prototype.toString.call(sdk),
      ];
    },
  },
  {
    name: 'an SDK object whose prototype is changed, and which inherits from another SDK',
    run: () => {
      const base = {
        startChat(): string {
          return 'base';
        },
      };
      const sdk: typeof base & { own?: () => string } = Object.create(base);
      Reflect.set(window, 'cxoneChat', sdk);
      const seen: unknown[] = [sdk.startChat(), Object.hasOwn(sdk, 'startChat'), Object.keys(sdk)];
      Object.setPrototypeOf(sdk, { startChat: () => 'other' });
      Reflect.get(window, 'cxoneChat');
      seen.push(sdk.startChat(), base.startChat());
      const chained = {
        __proto__: base,
        startChat(): string {
          return `own ${super.startChat()}`;
        },
      };
      Reflect.set(window, 'Genesys', chained);
      return [...seen, chained.startChat(), Object.getPrototypeOf(chained) === base];
    },
  },
  {
    name: 'the script that runs, from within a call and an assignment',
    run: () => {
      const script = document.createElement('script');
      script.text = `window.seen = [document.currentScript === window.own];
        window.cxoneChat = { startChat: () => document.currentScript === window.own };
        seen.push(document.currentScript === window.own, cxoneChat.startChat());
        window.Genesys = class { current = document.currentScript === window.own; };
        seen.push(new Genesys().current);`;
      Reflect.set(window, 'own', script);
      document.body.append(script);
      return [Reflect.get(window, 'seen'), document.currentScript];
    },
  },
];

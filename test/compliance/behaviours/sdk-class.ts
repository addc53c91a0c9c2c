// biome-ignore-all lint/complexity/noThisInStatic: what `this` is there is what is tried.
// biome-ignore-all lint/complexity/noStaticOnlyClass: SDKs are such classes.
import type { Behaviour } from '../support/behaviour.ts';

/** A class that the page puts at `window.GenesysCloudWebMessaging`, and finds there. */
export const SDK_CLASS: readonly Behaviour[] = [
  {
    name: 'an instance',
    run: () => {
      class Messaging {
        static version = '1';
        readonly #config: object;
        own = (): boolean => this instanceof Messaging;
        constructor(config: object) {
          this.#config = config;
        }
        startChat(options: object): unknown {
          return [this.#config, options];
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      const messenger = new Held({ organizationId: 'o' });
      return [
        messenger.startChat({ a: 1 }),
        messenger.own(),
        messenger instanceof Held,
        messenger instanceof Messaging,
        messenger.constructor === Held,
        Held.prototype.constructor === Held,
        Object.getPrototypeOf(messenger) === Held.prototype,
        Held.prototype === Messaging.prototype,
        Held.version,
        Held.name,
        Held.length,
        String(Held),
        Object.getOwnPropertyNames(Held),
        Object.getOwnPropertyNames(Held.prototype),
        Object.keys(messenger),
      ];
    },
  },
  {
    name: 'it is the same each time it is asked for',
    run: () => {
      class Messaging {}
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const first: unknown = Reflect.get(window, 'GenesysCloudWebMessaging');
      Reflect.set(window, 'GenesysCloudWebMessaging', first);
      const second: unknown = Reflect.get(window, 'GenesysCloudWebMessaging');
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      return [first === second, second === Reflect.get(window, 'GenesysCloudWebMessaging')];
    },
  },
  {
    name: 'calling it without new',
    run: () => {
      class Messaging {}
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      try {
        return String(Reflect.apply(Reflect.get(window, 'GenesysCloudWebMessaging'), undefined, []));
      } catch (error) {
        return String(error);
      }
    },
  },
  {
    name: 'new.target',
    run: () => {
      const targets: string[] = [];
      class Messaging {
        constructor() {
          targets.push(`${new.target === Messaging} ${new.target.name}`);
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      class Own extends Held {}
      new Held();
      new Own();
      new Messaging();
      return targets;
    },
  },
  {
    name: 'a subclass of the page',
    run: () => {
      class Messaging {
        startChat(): string {
          return 'base';
        }
        static create(): Messaging {
          return new Messaging();
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      class Own extends Held {
        override startChat(): string {
          return `own ${super.startChat()}`;
        }
      }
      const own = new Own();
      return [
        own.startChat(),
        own instanceof Own,
        own instanceof Held,
        own.constructor === Own,
        Held.create().startChat(),
        Held.create() instanceof Held,
        Object.getPrototypeOf(Own) === Held,
      ];
    },
  },
  {
    name: 'a constructor that throws, or returns another object',
    run: () => {
      const error = { own: 'error' };
      const other = { other: true };
      const sdk = function Sdk(this: object, kind: string): object {
        if (kind === 'throw') throw error;
        return kind === 'other' ? other : this;
      };
      Reflect.set(window, 'GenesysCloudWebMessaging', sdk);
      const Held: typeof sdk = Reflect.get(window, 'GenesysCloudWebMessaging');
      const seen: unknown[] = [Reflect.construct(Held, ['other']) === other];
      seen.push(Reflect.construct(Held, ['this']) instanceof Held);
      try {
        Reflect.construct(Held, ['throw']);
      } catch (caught) {
        seen.push(caught === error);
      }
      return seen;
    },
  },
  {
    name: 'a class whose static methods use private names',
    run: () => {
      class Messaging {
        static #made = 0;
        static #brand(): string {
          return 'own';
        }
        static create(): number {
          this.#made++;
          return this.#made;
        }
        static brand(): string {
          return this.#brand();
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      return [Held.create(), Held.create(), Held.brand()];
    },
  },
  {
    name: 'a class whose static accessors use private names',
    run: () => {
      class Messaging {
        static #level = 1;
        static get level(): number {
          return this.#level;
        }
        static set level(value: number) {
          this.#level = value;
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      const before = Held.level;
      Held.level = 5;
      return [before, Held.level];
    },
  },
  {
    name: 'static methods that return their class, or compare it with themselves',
    run: () => {
      class Messaging {
        static init(): unknown {
          return this;
        }
        static isOwn(): boolean {
          return this === Messaging;
        }
        static make(): Messaging {
          return new this();
        }
      }
      Reflect.set(window, 'GenesysCloudWebMessaging', Messaging);
      const Held: typeof Messaging = Reflect.get(window, 'GenesysCloudWebMessaging');
      class Own extends Held {}
      return [
        Held.init() === Held,
        Held.isOwn(),
        Held.make() instanceof Held,
        Own.init() === Own,
        Own.isOwn(),
        Own.make() instanceof Own,
        Held.make().constructor === Held,
      ];
    },
  },
];

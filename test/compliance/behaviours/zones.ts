import type { Behaviour } from '../support/behaviour.ts';

interface Zone {
  /** Runs something in the zone of this name. */
  run<T>(name: string, work: () => T): T;
  /** The name of the zone that runs. */
  current(): string;
}

/** Wraps listeners, their removal and what waits for promises, each in place. */
function patchInPlace(): void {
  let current = 'root';
  const run = <T>(name: string, work: () => T): T => {
    const outer = current;
    current = name;
    try {
      return work();
    } finally {
      current = outer;
    }
  };
  const zone: Zone = { run, current: () => current };
  Reflect.set(window, 'zone', zone);
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const tasks = new WeakMap<object, EventListener>();
  const taskOf = (listener: EventListenerOrEventListenerObject): EventListener => {
    const zone = current;
    return function (this: unknown, event) {
      run(zone, () => {
        if (typeof listener === 'function') Reflect.apply(listener, this, [event]);
        else listener.handleEvent(event);
      });
    };
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const task = listener && (tasks.get(listener) ?? taskOf(listener));
    if (listener && task) tasks.set(listener, task);
    return Reflect.apply(add, this, [type, task, options]);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return Reflect.apply(remove, this, [type, (listener && tasks.get(listener)) ?? listener, options]);
  };
  const { then } = Promise.prototype;
  Reflect.set(Promise.prototype, 'then', function (this: Promise<unknown>, ...args: unknown[]) {
    const zone = current;
    const [fulfilled, rejected] = args.map((handler) =>
      typeof handler === 'function'
        ? (value: unknown) => run(zone, () => Reflect.apply(handler, undefined, [value]))
        : handler,
    );
    return Reflect.apply(then, this, [fulfilled, rejected]);
  });
}

/**
 * The page in a zone that was there first, as zone.js makes one: whatever is listened to or waited for, by us as well,
 * goes through its wrappers, and runs in the zone in which it was asked for.
 */
export const ZONES: readonly Behaviour[] = [
  {
    name: 'the listeners of a socket run in their zones, in their order, and those that are gone do not',
    before: patchInPlace,
    run: ({ socket }) =>
      new Promise((resolve) => {
        const zone: Zone = Reflect.get(window, 'zone');
        const log: unknown[] = [];
        const made = zone.run('make', () => new WebSocket(socket));
        const tell =
          (name: string) =>
          ({ type }: Event): void =>
            void log.push([name, type, zone.current()]);
        const never = tell('never');
        const object = { handleEvent: tell('object') };
        zone.run('listen', () => {
          made.addEventListener('message', tell('capture'), true);
          made.addEventListener('message', tell('once'), { once: true });
          made.addEventListener('message', object);
          made.addEventListener('message', object);
          made.addEventListener('message', never);
          made.addEventListener('close', tell('close'));
        });
        zone.run('other', () => {
          made.removeEventListener('message', never);
          made.addEventListener('open', () => made.send('x'));
          made.addEventListener('message', () => made.close());
          made.onclose = () => resolve([...log, zone.current(), made.onopen]);
        });
      }),
  },
  {
    name: 'what waits for an answer runs in its zone, and the promise is of the class that it was',
    before: patchInPlace,
    run: async ({ api, broken, other }) => {
      const zone: Zone = Reflect.get(window, 'zone');
      const look = (url: string): Promise<unknown> =>
        new Promise((resolve) => {
          const promise = zone.run('fetch', () => fetch(url));
          const kind = [promise instanceof Promise, promise.constructor === Promise, zone.current()];
          zone.run('then', () => {
            void promise.then(
              ({ status }) => resolve([...kind, status, zone.current()]),
              (error) => resolve([...kind, String(error), zone.current()]),
            );
          });
        });
      return [await look(api), await look(other), await look(broken)];
    },
  },
  {
    name: 'a request runs its listeners in their zones',
    before: patchInPlace,
    run: ({ api }) =>
      new Promise((resolve) => {
        const zone: Zone = Reflect.get(window, 'zone');
        const log: unknown[] = [];
        const xhr = new XMLHttpRequest();
        const tell = ({ type }: Event): void => void log.push([type, zone.current()]);
        zone.run('open', () => xhr.open('POST', api));
        for (const type of ['loadstart', 'load', 'loadend']) {
          zone.run(type, () => xhr.addEventListener(type, (event) => tell(event)));
        }
        zone.run('last', () => xhr.addEventListener('loadend', () => resolve([...log, zone.current()])));
        zone.run('send', () => xhr.send('x'));
      }),
  },
  {
    name: 'a zone with a Promise of its own, whose methods work on no other',
    before: () => {
      const Native = Promise;
      const { then } = Native.prototype;
      class ZonePromise<T> {
        #native: Promise<T>;
        constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
          this.#native = new Native(executor);
        }
        wait(...handlers: unknown[]): ZonePromise<unknown> {
          return new ZonePromise((resolve, reject) => {
            const next: Promise<unknown> = Reflect.apply(then, this.#native, handlers);
            Reflect.apply(then, next, [resolve, reject]);
          });
        }
        catch(rejected: unknown): ZonePromise<unknown> {
          return this.wait(undefined, rejected);
        }
      }
      Reflect.set(ZonePromise.prototype, 'then', ZonePromise.prototype.wait);
      Reflect.set(Native.prototype, 'then', function (this: Promise<unknown>, ...handlers: unknown[]) {
        return new ZonePromise((resolve, reject) => {
          Reflect.apply(then, this, [resolve, reject]);
        }).wait(...handlers);
      });
      Reflect.set(window, 'Promise', ZonePromise);
    },
    run: async ({ api, broken, other }) => {
      const log: unknown[] = [];
      for (const url of [api, other, broken]) {
        try {
          const promise = fetch(url);
          const next = promise.then(({ status }) => status);
          log.push(next instanceof Promise, await next.catch(String));
        } catch (error) {
          log.push(String(error));
        }
      }
      return log;
    },
  },
];

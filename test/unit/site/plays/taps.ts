import { WebSocket } from 'ws';
import type { Snapshot } from '../../../../src/core/capture/snapshot.ts';
import type { EventLog } from './event-log.ts';

/** Stand where the extension's taps stand, for pages that are played in this process. */

const textBody = (text: string) => ({ type: 'text', text, size: text.length }) as const;

/** A `WebSocket` for pages. The sockets of a Messenger are those of its frame. */
export function tapSockets(log: EventLog, opened: WebSocket[]) {
  return class extends WebSocket {
    readonly #document: string;
    readonly #number = log.number();

    constructor(url: string, protocols?: string[]) {
      super(url, protocols);
      opened.push(this);
      this.#document = log.document(url.includes('application=messenger') ? 'frame' : 'page');
      this.#note('connecting');
      this.on('open', () => this.#note('open'));
      this.on('close', () => this.#note('closed'));
      this.on('message', (data) => this.#frame('in', data.toString()));
    }

    override send(data: string): void {
      this.#frame('out', data);
      super.send(data);
    }

    #note(phase: 'connecting' | 'open' | 'closed'): void {
      log.add(this.#document, { kind: 'socket', socket: this.#number, phase, url: this.url });
    }

    #frame(direction: 'in' | 'out', text: string): void {
      log.add(this.#document, { kind: 'frame', socket: this.#number, direction, body: textBody(text) });
    }
  };
}

/** A `fetch` for pages of this origin, which sees the requests that match. */
export function tapFetch(log: EventLog, origin: string, observed: RegExp): typeof fetch {
  const original = fetch;
  return async (input, init) => {
    const url = new URL(String(input), origin).href;
    if (!observed.test(url)) return original(url, init);
    const document = log.document('page');
    const request = log.number();
    const body = typeof init?.body === 'string' ? textBody(init.body) : ({ type: 'none' } as const);
    const method = init?.method ?? 'GET';
    log.add(document, { kind: 'request', request, via: 'fetch', method, url, headers: [], body });
    const response = await original(url, init);
    const text = await response.clone().text();
    log.add(document, { kind: 'response', request, status: response.status, body: textBody(text) });
    return response;
  };
}

/** Makes `name` a global whose calls are seen, whatever the page sets it to. Returns the way to take it away. */
export function tapGlobal(log: EventLog, name: string): () => void {
  let value: unknown;
  const observed = (method: string, target: AnyFunction): AnyFunction =>
    new Proxy(target, {
      apply(original, self, args: unknown[]) {
        const call = log.number();
        const document = log.document('page');
        log.add(document, { kind: 'call', call, api: name, method, args: args.map(snapshot) });
        try {
          const value: unknown = Reflect.apply(original, self, args);
          log.add(document, { kind: 'return', call, outcome: 'returned', value: snapshot(value) });
          return value;
        } catch (error) {
          const value = { $mark: 'error', value: String(error) } as const;
          log.add(document, { kind: 'return', call, outcome: 'threw', value });
          throw error;
        }
      },
    });
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => value,
    set: (next: AnyFunction | Readonly<Record<string, AnyFunction>>) => {
      value =
        typeof next === 'function'
          ? observed('', next)
          : Object.fromEntries(Object.entries(next).map(([key, method]) => [key, observed(key, method)]));
    },
  });
  return () => Reflect.deleteProperty(globalThis, name);
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** What the page script makes of an argument, as far as the scenarios go. */
function snapshot(value: unknown): Snapshot {
  if (value === undefined) return { $mark: 'undefined' };
  if (typeof value === 'function') return { $mark: 'function', value: value.name };
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, snapshot(item)]));
  return typeof value === 'string' || typeof value === 'number' ? value : String(value);
}

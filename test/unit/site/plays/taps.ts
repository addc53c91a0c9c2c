import { WebSocket } from 'ws';
import type { Snapshot } from '../../../../src/core/capture/snapshot.ts';
import { OBSERVED_URLS } from '../../../../src/core/dialects/observed.ts';
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

/** A `fetch` for pages of this origin. */
export function tapFetch(log: EventLog, origin: string): typeof fetch {
  const original = fetch;
  return async (input, init) => {
    const url = new URL(String(input), origin).href;
    if (!OBSERVED_URLS.test(url)) return original(url, init);
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
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => value,
    set: (next: () => unknown) => {
      value = new Proxy(next, {
        apply(target, self, args: unknown[]) {
          const call = log.number();
          const document = log.document('page');
          log.add(document, { kind: 'call', call, api: name, method: '', args: args.map(snapshot) });
          try {
            const value: unknown = Reflect.apply(target, self, args);
            log.add(document, { kind: 'return', call, outcome: 'returned', value: snapshot(value) });
            return value;
          } catch (error) {
            const value = { $mark: 'error', value: String(error) } as const;
            log.add(document, { kind: 'return', call, outcome: 'threw', value });
            throw error;
          }
        },
      });
    },
  });
  return () => Reflect.deleteProperty(globalThis, name);
}

/** What the page script makes of an argument, as far as the scenarios go. */
function snapshot(value: unknown): Snapshot {
  if (value === undefined) return { $mark: 'undefined' };
  if (typeof value === 'function') return { $mark: 'function', value: value.name };
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, snapshot(item)]));
  return typeof value === 'string' || typeof value === 'number' ? value : String(value);
}

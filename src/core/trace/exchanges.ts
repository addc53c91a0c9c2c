import type { CapturedEvent } from '../capture/event.ts';
import type { Reading } from '../dialects/dialect.ts';

type ExchangeReader = NonNullable<Reading['exchangeIn']>;

/**
 * Tells which event carried what was refused. The numbers are read when something is: in nearly every conversation nothing
 * ever is, and to read one takes decoding the event.
 */
export class Exchanges {
  #unread: CapturedEvent[] = [];
  /** Of each event that is unread. Not an object for both: a conversation keeps thousands of them. */
  #readers: ExchangeReader[] = [];
  #byExchange = new Map<string, CapturedEvent>();

  add(event: CapturedEvent, exchangeIn: ExchangeReader): void {
    this.#unread.push(event);
    this.#readers.push(exchangeIn);
  }

  /** The last event of an exchange among those that were added. */
  find(exchange: string): CapturedEvent | undefined {
    for (const [at, event] of this.#unread.entries()) {
      const own = this.#readers[at]?.(event);
      if (own !== undefined) this.#byExchange.set(own, event);
    }
    this.#unread = [];
    this.#readers = [];
    return this.#byExchange.get(exchange);
  }
}

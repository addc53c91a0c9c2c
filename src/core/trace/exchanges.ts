import type { CapturedEvent } from '../capture/event.ts';
import type { Reading } from '../dialects/dialect.ts';

type ExchangeReader = NonNullable<Reading['exchangeIn']>;

/**
 * Tells which event carried what was refused. The numbers are read when something is: in nearly every conversation nothing
 * ever is, and to read one takes decoding the event.
 */
export class Exchanges {
  #added: { readonly event: CapturedEvent; readonly exchangeIn: ExchangeReader }[] = [];
  #byExchange = new Map<string, CapturedEvent>();

  add(event: CapturedEvent, exchangeIn: ExchangeReader): void {
    this.#added.push({ event, exchangeIn });
  }

  /** The last event of an exchange among those that were added. */
  find(exchange: string): CapturedEvent | undefined {
    for (const { event, exchangeIn } of this.#added) {
      const own = exchangeIn(event);
      if (own !== undefined) this.#byExchange.set(own, event);
    }
    this.#added = [];
    return this.#byExchange.get(exchange);
  }
}

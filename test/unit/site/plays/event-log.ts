import type { CapturedEvent, TappedEvent } from '../../../../src/core/capture/event.ts';

type Untimed<E> = E extends TappedEvent ? Omit<E, 'time'> : never;

/** The events of one page after the other, each with its frame, as the extension would have numbered them. */
export class EventLog {
  readonly #events = new Map<string, CapturedEvent[]>();
  #visit = 1;
  #lastNumber = 0;

  /** The page is left, and another one is loaded. */
  leave(): void {
    this.#visit += 1;
  }

  /** Id of the page that is loaded now, or of its frame. */
  document(of: 'page' | 'frame'): string {
    return `${of}-${this.#visit}`;
  }

  /** A number for a call, a socket or a request. */
  number(): number {
    this.#lastNumber += 1;
    return this.#lastNumber;
  }

  add(document: string, event: Untimed<TappedEvent>): void {
    const events = this.#events.get(document) ?? [];
    const time = performance.timeOrigin + performance.now();
    events.push({ ...event, time, seq: events.length, document });
    this.#events.set(document, events);
  }

  /** The events of the page that is loaded now: what a panel shows that does not preserve its log. */
  current(): readonly CapturedEvent[] {
    const documents = [this.document('page'), this.document('frame')];
    return documents.flatMap((document) => this.#events.get(document) ?? []).sort((a, b) => a.time - b.time);
  }
}

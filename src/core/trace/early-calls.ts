import type { CallEvent, CapturedEvent, ReturnEvent } from '../capture/event.ts';
import type { Reading } from '../dialects/dialect.ts';
import { PerDocument } from './per-document.ts';

type At<E> = E & { readonly document: string };

interface EarlyCall {
  readonly event: At<CallEvent>;
  readonly reading: Reading;
  readonly dialect: string;
  returned?: At<ReturnEvent>;
}

/** Calls before any chat was started: a constructor, a setter. They belong to the next start, and so does what they returned. */
export class EarlyCalls {
  #calls: EarlyCall[] = [];
  #byCall = new PerDocument<EarlyCall>();

  add(dialect: string, event: At<CallEvent>, reading: Reading): void {
    const call = { event, reading, dialect };
    this.#calls.push(call);
    this.#byCall.set(event.document, event.call, call);
  }

  /** Takes what an early call has returned or thrown; what is none of theirs is let go. */
  addReturn(event: At<ReturnEvent>): void {
    const call = this.#byCall.get(event.document, event.call);
    if (call) call.returned = event;
  }

  /** Takes out the calls that were made for a conversation. */
  take(dialect: string, first: CapturedEvent, startCall: At<CallEvent> | null): readonly EarlyCall[] {
    const ofDialect = this.#calls.filter((call) => call.dialect === dialect);
    const inDocument = ofDialect.filter(({ event }) => event.document === first.document);
    // The socket of a hosted widget may be in another frame than the calls.
    const candidates = inDocument.length > 0 || startCall ? inDocument : ofDialect;
    const mine = new Set(
      candidates.filter(
        ({ event: { instance } }) =>
          instance === undefined || startCall?.instance === undefined || instance === startCall.instance,
      ),
    );
    this.#calls = this.#calls.filter((call) => !mine.has(call));
    for (const { event } of mine) this.#byCall.delete(event.document, event.call);
    return [...mine];
  }
}

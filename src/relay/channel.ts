import { ASK, BATCH, OFFER } from '../core/capture/link.ts';

/** Sends one text to the page script. */
export type Tell = (what: string, text: string) => void;

/**
 * Takes the channel that the page script offers, whichever of the two scripts runs first, and listens on it.
 *
 * @param receive gets what claims to be a batch; it is taken unless this throws
 * @param opened is called once the channel is there, with what sends a text to the page script
 * @returns stops listening
 */
export function receiveBatches(receive: (batch: unknown) => void, opened: (tell: Tell) => void): () => void {
  const cancel = new AbortController();
  const { signal } = cancel;
  const onOffer = (event: Event): void => {
    if (!(event instanceof MouseEvent) || !event.relatedTarget) return;
    // Before any listener of the page's; and the first offer is the only one.
    event.stopImmediatePropagation();
    event.preventDefault();
    removeEventListener(OFFER, onOffer, true);
    const channel = event.relatedTarget;
    opened((what, text) => channel.dispatchEvent(new CustomEvent(what, { detail: text })));
    const onBatch = (batch: Event): void => {
      receive(batch instanceof CustomEvent ? batch.detail : null);
      // Taken. Where the page's stack ends, this is not reached, and the page script counts what was in it as lost.
      batch.preventDefault();
    };
    channel.addEventListener(BATCH, onBatch, { signal });
  };
  addEventListener(OFFER, onOffer, { capture: true, signal });
  dispatchEvent(new Event(ASK));
  return () => cancel.abort();
}

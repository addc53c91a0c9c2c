import { HANDOVER } from '../core/capture/link.ts';

/**
 * Takes the channel that the page script offers, whichever of the two scripts runs first, and listens on it.
 *
 * @param receive gets what claims to be a batch
 * @returns stops listening
 */
export function receiveBatches(receive: (batch: unknown) => void): () => void {
  const cancel = new AbortController();
  const { signal } = cancel;
  const onOffer = (event: Event): void => {
    if (!(event instanceof MouseEvent) || !event.relatedTarget) return;
    // Before any listener of the page's; and the first offer is the only one.
    event.stopImmediatePropagation();
    event.preventDefault();
    removeEventListener(HANDOVER.offer, onOffer, true);
    event.relatedTarget.addEventListener(
      HANDOVER.batch,
      (batch) => receive(batch instanceof CustomEvent ? batch.detail : null),
      { signal },
    );
  };
  addEventListener(HANDOVER.offer, onOffer, { capture: true, signal });
  dispatchEvent(new Event(HANDOVER.ask));
  return () => cancel.abort();
}

import { HANDOVER, type PageBatch } from '../core/capture/link.ts';
import { listen, unlisten } from './listen.ts';
import { bare, uncurry } from './natives.ts';

const { CustomEvent: NativeCustomEvent, MouseEvent: NativeMouseEvent } = globalThis;
const stop: (event: Event) => void = uncurry(Event.prototype.stopImmediatePropagation);
const dispatch: (target: EventTarget, event: Event) => boolean = uncurry(EventTarget.prototype.dispatchEvent);

/**
 * Hands the relay a private channel: an event target that nobody else can reach, carried as the `relatedTarget` of
 * an event that only the relay listens for, before any script of the page can. Whichever of the two scripts comes
 * second finds the other: this one offers, the relay asks.
 *
 * The channel is synchronous, so that the last batch of a document that is being left arrives like any other, and it
 * is no listener on `window`, which `document.open()` would erase. A string crosses between the worlds uncopied,
 * which makes this cheaper than a port as well.
 *
 * @returns `deliver`, and `offer`, which hands the same channel to a relay that came later
 */
export function handOver(): { deliver: (batch: PageBatch) => void; offer: () => void } {
  const channel = new EventTarget();
  // A relay that takes the channel prevents the event's default.
  const offer = (): boolean =>
    !dispatch(
      window,
      new NativeMouseEvent(HANDOVER.offer, bare({ relatedTarget: channel, cancelable: true })),
    );
  const onAsk = (event: Event): void => {
    stop(event);
    if (offer()) unlisten(window, HANDOVER.ask, onAsk);
  };
  if (!offer()) listen(window, HANDOVER.ask, onAsk);
  return {
    deliver: (batch) =>
      void dispatch(channel, new NativeCustomEvent(HANDOVER.batch, bare({ detail: batch }))),
    offer: () => void offer(),
  };
}

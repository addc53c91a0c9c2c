import { ASK, BATCH, OFFER, type PageBatch } from '../core/capture/link.ts';
import { bare } from './natives.ts';

const NativeCustomEvent = CustomEvent;

/** What the relay and this script say to each other goes through here: nobody else can reach it. */
export const channel = new EventTarget();

/**
 * Hands the relay a private channel: an event target that nobody else can reach, carried as the `relatedTarget` of
 * an event that only the relay listens for, before any script of the page can. Whichever of the two scripts comes
 * second finds the other: this one offers, the relay asks.
 *
 * The channel is synchronous, so that the last batch of a document that is being left arrives like any other, and it
 * is no listener on `window`, which `document.open()` would erase. A string crosses between the worlds uncopied,
 * which makes this cheaper than a port as well.
 *
 * @returns hands a batch to the relay. Tells whether the relay took it: where the stack ends it can be cut off, too
 */
export function handOver(): (batch: PageBatch) => boolean {
  const dispatch = channel.dispatchEvent.bind(channel);
  // A relay that takes something prevents the event's default.
  const offer = (): boolean =>
    !window.dispatchEvent(new MouseEvent(OFFER, { relatedTarget: channel, cancelable: true }));
  if (!offer()) window.addEventListener(ASK, offer, { once: true });
  return (batch) => !dispatch(new NativeCustomEvent(BATCH, bare({ detail: batch, cancelable: true })));
}

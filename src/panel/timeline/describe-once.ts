import type { CapturedEvent } from '../../core/capture/event.ts';
import { describeEvent, type EventDescription } from '../../core/dialects/describe.ts';

const descriptions = new WeakMap<CapturedEvent, EventDescription>();

/** Describes an event; the answer is kept for as long as the event lives. */
export function describeOnce(event: CapturedEvent): EventDescription {
  const known = descriptions.get(event);
  if (known) return known;
  const description = describeEvent(event);
  descriptions.set(event, description);
  return description;
}

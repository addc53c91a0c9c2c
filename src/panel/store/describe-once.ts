import type { CapturedEvent } from '../../core/capture/event.ts';
import { describeEvent, type EventDescription } from '../../core/dialects/describe.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { DIALECTS } from '../../core/dialects/dialects.ts';

/** By the dialects in whose words they are. */
const descriptions = new WeakMap<readonly Dialect[], WeakMap<CapturedEvent, EventDescription>>();

/** Describes an event; the answer is kept for as long as the event and the list of dialects live. */
export function describeOnce(
  event: CapturedEvent,
  dialects: readonly Dialect[] = DIALECTS,
): EventDescription {
  let known = descriptions.get(dialects);
  if (known === undefined) {
    known = new WeakMap();
    descriptions.set(dialects, known);
  }
  let description = known.get(event);
  if (description === undefined) {
    description = describeEvent(event, dialects);
    known.set(event, description);
  }
  return description;
}

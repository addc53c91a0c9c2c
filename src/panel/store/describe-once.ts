import type { CapturedEvent } from '../../core/capture/event.ts';
import { describeEvent, type EventDescription } from '../../core/dialects/describe.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';

type Describe = (event: CapturedEvent) => EventDescription;

const describers = new WeakMap<readonly Dialect[], Describe>();

/**
 * Describes events in the words of some dialects; an answer is kept for as long as the event and the list of dialects live.
 */
export function describerOf(dialects: readonly Dialect[]): Describe {
  const known = describers.get(dialects);
  if (known) return known;
  const descriptions = new WeakMap<CapturedEvent, EventDescription>();
  const describe: Describe = (event) => {
    let description = descriptions.get(event);
    if (description === undefined) {
      description = describeEvent(event, dialects);
      descriptions.set(event, description);
    }
    return description;
  };
  describers.set(dialects, describe);
  return describe;
}

import type { CapturedEvent } from '../../core/capture/event.ts';
import type { Prefix } from './prefix.ts';

/**
 * Puts new events of one document among those of all documents, in order of time. The events of one document keep
 * their own order whatever their clocks say, and nothing moves when the new events are the latest, as is usual.
 */
export function merge(events: Prefix<CapturedEvent>, added: readonly CapturedEvent[]): Prefix<CapturedEvent> {
  const first = added[0];
  if (first === undefined) return events;
  let at = events.length;
  while (at > 0 && isLater(events.at(at - 1), first)) at -= 1;
  return at === events.length
    ? events.with(added)
    : events.first(at).with(interleave(events.slice(at), added));
}

function isLater(event: CapturedEvent | undefined, than: CapturedEvent): boolean {
  return event !== undefined && event.document !== than.document && event.time > than.time;
}

function interleave(old: readonly CapturedEvent[], added: readonly CapturedEvent[]): CapturedEvent[] {
  const result: CapturedEvent[] = [];
  let next = 0;
  for (const event of old) {
    for (let candidate = added[next]; candidate !== undefined && candidate.time < event.time; ) {
      result.push(candidate);
      next += 1;
      candidate = added[next];
    }
    result.push(event);
  }
  return [...result, ...added.slice(next)];
}

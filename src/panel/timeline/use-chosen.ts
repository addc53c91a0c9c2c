import { useMemo, useRef } from 'preact/hooks';
import type { CapturedEvent } from '../../core/capture/event.ts';
import { continues } from '../store/continues.ts';
import { eventId } from '../store/identity.ts';
import type { Prefix } from '../store/prefix.ts';

/** Where an event was looked for. */
interface Search {
  readonly items: Prefix<CapturedEvent>;
  readonly id: string | null;
  readonly at: number;
}

/** @returns where in a list the event with an id stands; -1: nowhere */
export function useChosen(items: Prefix<CapturedEvent>, id: string | null): number {
  const last = useRef<Search | null>(null);
  return useMemo(() => {
    last.current = { items, id, at: find(items, id, last.current) };
    return last.current.at;
  }, [items, id]);
}

/** Where more was added to a list, only that is looked at. */
function find(items: Prefix<CapturedEvent>, id: string | null, earlier: Search | null): number {
  if (id === null) return -1;
  const known = earlier?.id === id && continues(earlier.items, items) ? earlier : null;
  if (known !== null && known.at >= 0) return known.at;
  for (let at = known?.items.length ?? 0; at < items.length; at += 1) {
    const event = items.at(at);
    if (event !== undefined && eventId(event) === id) return at;
  }
  return -1;
}

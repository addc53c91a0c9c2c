import type { DocumentEvent } from '../core/capture/event.ts';
import { weigh } from '../core/capture/weigh.ts';

/** Consecutive events of the log, and the number after the last of them. */
export interface Chunk {
  readonly events: readonly DocumentEvent[];
  readonly next: number;
}

export interface Limits {
  readonly events: number;
  /** See {@link weigh}. */
  readonly weight: number;
}

/** The last events of one document. What does not fit any more falls out, and is counted. */
export interface Log {
  /** The number of the next event. */
  readonly next: number;
  /** How many events fell out. */
  readonly lost: number;
  add(event: DocumentEvent): void;
  /** The events from a number on, or from the first that is left, within the limits; but one at least. */
  read(from: number, limits: Limits): Chunk;
}

/** @param limits what the log holds at most; but one event at least */
export function createLog(limits: Limits): Log {
  const held = new Map<number, { event: DocumentEvent; weight: number }>();
  let first = 0;
  let next = 0;
  let weight = 0;

  const dropFirst = (): void => {
    weight -= held.get(first)?.weight ?? 0;
    held.delete(first);
    first++;
  };
  return {
    get next() {
      return next;
    },
    get lost() {
      return first;
    },
    add(event) {
      const added = weigh(event);
      held.set(next, { event, weight: added });
      next++;
      weight += added;
      while (held.size > 1 && (held.size > limits.events || weight > limits.weight)) dropFirst();
    },
    read(from, { events: most, weight: heaviest }) {
      const events: DocumentEvent[] = [];
      let seq = Math.max(from, first);
      let total = 0;
      for (; events.length < most; seq++) {
        const item = held.get(seq);
        if (!item) break;
        total += item.weight;
        if (events.length > 0 && total > heaviest) break;
        events.push(item.event);
      }
      return { events, next: Math.min(seq, next) };
    },
  };
}

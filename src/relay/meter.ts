import type { Cost } from '../core/capture/link.ts';

/** Counts what observing a document costs. */
export interface Meter {
  /** So far. */
  readonly cost: Cost;
  /** The page script handed something over. */
  count(batch: unknown): void;
  /** Does some work, and counts the time that it takes. What it begins and does not wait for is not in it. */
  time<R>(work: () => R): R;
}

/** @param now milliseconds from any beginning */
export function createMeter(now: () => number): Meter {
  let batches = 0;
  let characters = 0;
  let spent = 0;
  return {
    get cost() {
      return { batches, characters, spent };
    },
    count(batch) {
      batches++;
      if (typeof batch === 'string') characters += batch.length;
    },
    time(work) {
      const start = now();
      try {
        return work();
      } finally {
        spent += Math.max(0, now() - start);
      }
    },
  };
}

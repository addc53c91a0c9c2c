/** Some browsers that stand ready, each for one test at a time. */
export interface Lanes<T> {
  /** Waits for one that is free, and has it to itself for as long as the work takes. */
  take<R>(work: (lane: T) => Promise<R>): Promise<R>;
  /** Ends each of them. */
  close(end: (lane: T) => Promise<void>): Promise<void>;
}

/** @param all at least one */
export function createLanes<T>(all: readonly T[]): Lanes<T> {
  const free = [...all];
  const waiting: ((lane: T) => void)[] = [];
  const giveBack = (lane: T): void => {
    const next = waiting.shift();
    if (next) next(lane);
    else free.push(lane);
  };
  return {
    async take(work) {
      const lane = free.shift() ?? (await new Promise<T>((resolve) => waiting.push(resolve)));
      try {
        return await work(lane);
      } finally {
        giveBack(lane);
      }
    },
    async close(end) {
      await Promise.all(all.map(end));
    },
  };
}

import type { Later } from './tenant.ts';

export interface Delay {
  readonly later: Later;
  /** Forgets what has not been applied yet. */
  cancel(): void;
}

/** Applies what it is given after `milliseconds`, in order. */
export function delay(milliseconds: number): Delay {
  const timers = new Set<NodeJS.Timeout>();
  return {
    later(apply) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        apply();
      }, milliseconds);
      timers.add(timer);
    },
    cancel() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

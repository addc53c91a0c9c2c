import { now } from './clock.ts';
import { list } from './natives.ts';
import type { Outbox } from './outbox.ts';
import { snapshot } from './snapshot.ts';

/** A call of an observed function that has not returned yet. */
export interface RunningCall {
  readonly id: number;
  readonly api: string;
  readonly method: string;
}

/** Reports the calls of observed globals, and knows which of them is running. */
export interface Calls {
  /**
   * Reports that a call begins, on the object with that number, or on none (0). Every call that was begun must be ended.
   * @returns `null` when there is nothing to end: the method is running already and calls itself, or it failed
   */
  begin(api: string, method: string, instance: number, args: readonly unknown[]): RunningCall | null;
  end(call: RunningCall | null, outcome: 'returned' | 'threw', value: unknown): void;
  /** Reports a call that was found in the queue of a stub. */
  queued(api: string, method: string, args: readonly unknown[]): void;
  /** The call within which the running code was called, if it is still on the stack. */
  cause(): { readonly cause?: number };
}

const NO_CAUSE = {};

export function createCalls(outbox: Outbox): Calls {
  const running = list<RunningCall>();
  let calls = 0;

  const report = (
    api: string,
    method: string,
    args: readonly unknown[],
    more: { instance?: number; queued?: true },
  ): RunningCall => {
    const id = calls++;
    const snapshots = list<ReturnType<typeof snapshot>>();
    for (let i = 0; i < args.length; i++) snapshots[i] = snapshot(args[i]);
    outbox.add({ kind: 'call', time: now(), call: id, api, method, args: snapshots, ...more });
    return { id, api, method };
  };

  return {
    begin(api, method, instance, args) {
      try {
        for (let i = 0; i < running.length; i++) {
          const call = running[i];
          // A wrapper around the SDK's method that calls the original: the page made one call, not two.
          if (call?.api === api && call.method === method) return null;
        }
        const call = report(api, method, args, instance === 0 ? {} : { instance });
        running[running.length] = call;
        return call;
      } catch (error) {
        outbox.failed('call', error);
        return null;
      }
    },
    end(call, outcome, value) {
      if (!call) return;
      try {
        // With all that were begun within it, in case one of them could not be ended.
        for (let i = 0; i < running.length; i++) if (running[i] === call) running.length = i;
        outbox.add({ kind: 'return', time: now(), call: call.id, outcome, value: snapshot(value) });
      } catch (error) {
        outbox.failed('return', error);
      }
    },
    queued(api, method, args) {
      report(api, method, args, { queued: true });
    },
    cause() {
      const call = running[running.length - 1];
      return call ? { cause: call.id } : NO_CAUSE;
    },
  };
}

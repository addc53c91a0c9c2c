import type { Snapshot } from '../core/capture/snapshot.ts';
import { now } from './clock.ts';
import { list } from './natives.ts';
import { failed, report } from './outbox.ts';
import { allowance, snapshot } from './snapshot.ts';

/** A call of an observed function that has not returned yet. */
export interface RunningCall {
  readonly id: number;
  readonly api: string;
  readonly method: string;
}

/** The observed calls that are on the stack. Whoever begins one sets the length back when it has ended. */
export const running = list<RunningCall>();
let calls = 0;

/**
 * Reports that a call begins, on the object with that number, or on none (0). Every call that was begun must be ended.
 * @returns `null` when there is nothing to end: the method is running already and calls itself
 */
export function beginCall(
  api: string,
  method: string,
  instance: number,
  args: readonly unknown[],
): RunningCall | null {
  for (let i = 0; i < running.length; i++) {
    const call = running[i];
    // A wrapper around the SDK's method that calls the original: the page made one call, not two.
    if (call?.api === api && call.method === method) return null;
  }
  const id = reportCall(api, method, args, { instance: instance || undefined });
  const call = { id, api, method };
  running[running.length] = call;
  return call;
}

export function endCall(call: RunningCall | null, threw: boolean, value: unknown): void {
  if (!call) return;
  try {
    report({
      kind: 'return',
      time: now(),
      call: call.id,
      outcome: threw ? 'threw' : 'returned',
      value: snapshot(value),
    });
  } catch (error) {
    failed('return', error);
  }
}

/** Reports a call that begins or was found. @returns its number */
export function reportCall(
  api: string,
  method: string,
  args: readonly unknown[],
  more: { readonly instance?: number | undefined; readonly queued?: true },
): number {
  const call = calls++;
  const snapshots = list<Snapshot>();
  const walk = allowance();
  for (let i = 0; i < args.length; i++) snapshots[i] = snapshot(args[i], walk);
  report({ kind: 'call', time: now(), call, api, method, args: snapshots, ...more });
  return call;
}

/** The call within which the running code was called, if it is still on the stack. */
export const cause = (): number | undefined => running[running.length - 1]?.id;

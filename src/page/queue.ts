import type { Calls } from './calls.ts';
import { isArray, isObject, list, ownValue } from './natives.ts';

/** Where the common stubs keep what was called before the SDK was there. */
const QUEUES = ['q', 'queue'] as const;
const MAX_ITEMS = 1_000;

/** Reports the calls that the page left in a stub's queue itself, where no tap saw them being made. */
export interface Queue {
  /** Reports what is new in the queue of the stub. */
  drain(stub: object): void;
  /** Passes over what is new in it: a call that was seen has put it there. */
  skip(stub: object): void;
}

export function createQueue(name: string, calls: Calls): Queue {
  let current: object | null = null;
  let read = 0;

  const follow = (stub: object, report: (item: unknown) => void): void => {
    const queue = queueOf(stub);
    if (!queue) return;
    const length = ownValue(queue, 'length');
    if (typeof length !== 'number') return;
    if (queue !== current) read = 0;
    current = queue;
    for (; read < length && read < MAX_ITEMS; read++) report(ownValue(queue, read));
    // Where it is shorter than before, the SDK has begun to take calls out of it.
    read = length;
  };

  return {
    drain: (stub) =>
      follow(stub, (item) => {
        const args = argumentsOf(item);
        // A stub that is called directly has no methods to name.
        const method = typeof stub === 'function' ? undefined : args[0];
        if (typeof method !== 'string') calls.queued(name, '', args);
        else calls.queued(name, method, withoutFirst(args));
      }),
    skip: (stub) => follow(stub, () => undefined),
  };
}

function queueOf(stub: object): object | null {
  if (isArray(stub)) return stub;
  for (let i = 0; i < QUEUES.length; i++) {
    const queue = ownValue(stub, QUEUES[i] ?? '');
    if (isArray(queue)) return queue;
  }
  return null;
}

/** The arguments that a stub kept: as an array, as an `arguments` object, or the single one by itself. */
function argumentsOf(item: unknown): unknown[] {
  const args = list<unknown>();
  const length = isObject(item) ? ownValue(item, 'length') : undefined;
  if (!isObject(item) || typeof item === 'function' || typeof length !== 'number') {
    args[0] = item;
    return args;
  }
  for (let i = 0; i < length && i < MAX_ITEMS; i++) args[i] = ownValue(item, i);
  return args;
}

function withoutFirst(args: readonly unknown[]): unknown[] {
  const rest = list<unknown>();
  for (let i = 1; i < args.length; i++) rest[i - 1] = args[i];
  return rest;
}

import { reportCall } from './calls.ts';
import { isArray, isObject, lengthOf, list, ownValue } from './natives.ts';

const MAX_ITEMS = 1_000;

/**
 * Follows the queue of a stub, where pages leave calls before the SDK is there.
 * @returns reads on in the queue of the value that the global holds. What is new in it is reported as calls, unless it
 * was `seen`: a call that was observed has put it there.
 */
export function followQueue(api: string): (stub: object, seen: boolean) => void {
  let current: object | null = null;
  let read = 0;
  return (stub, seen) => {
    const queue = queueOf(stub);
    if (!queue) return;
    if (queue !== current) read = 0;
    current = queue;
    const length = lengthOf(queue);
    for (; read < length && read < MAX_ITEMS && !seen; read++) {
      // A stub that is called directly has no methods to name.
      reportItem(api, ownValue(queue, read), typeof stub !== 'function');
    }
    // Where it is shorter than before, the SDK has begun to take calls out of it.
    read = length;
  };
}

/** The queue of a stub that has one where the common stubs have it; an array is its own queue. */
function queueOf(stub: object): object | null {
  if (isArray(stub)) return stub;
  const queue = ownValue(stub, 'q') ?? ownValue(stub, 'queue');
  return isArray(queue) ? queue : null;
}

/** @param item the arguments of a call as an array or an `arguments` object, perhaps after the method's name */
function reportItem(api: string, item: unknown, hasMethods: boolean): void {
  if (!isObject(item)) return;
  const args = list<unknown>();
  const length = lengthOf(item);
  const first = hasMethods ? ownValue(item, 0) : null;
  const named = typeof first === 'string' ? 1 : 0;
  for (let i = named; i < length && i < MAX_ITEMS; i++) args[i - named] = ownValue(item, i);
  reportCall(api, typeof first === 'string' ? first : '', args, { queued: true });
}

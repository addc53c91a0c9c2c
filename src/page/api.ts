import { beginCall, endCall, type RunningCall, running } from './calls.ts';
import {
  apply,
  construct,
  createRegistry,
  get,
  getPrototypeOf,
  isInChain,
  isObject,
  ownKeys,
  ownValue,
  set,
} from './natives.ts';
import { noticeOnce } from './notice-once.ts';
import { failed, untold } from './outbox.ts';
import { followQueue } from './queue.ts';
import { type AnyFunction, claimPrototype, isBuiltIn, isWrapper, originalOf, place, wrap } from './wrap.ts';

/** How far the methods of an object are looked for. */
const MAX_OWNERS = 20;
const MAX_KEYS = 500;

/** An object that is no instance of an observed class. */
const NO_INSTANCE = 0;

/**
 * Makes the calls of whatever one global holds seen.
 *
 * @returns observes a value that the global holds now. An object stays what it is and has its methods replaced in
 * place, each time those that are new. A function or a class can only be observed through a wrapper, which is what the
 * global shall hold instead.
 */
export function observeValues(name: string): (value: unknown) => unknown {
  /** By original, so that a function which the page finds in two places stays one function. */
  const wrappers = createRegistry<AnyFunction>();
  /** The objects on which a call is a call of this global, each with its number as an instance. */
  const receivers = createRegistry<number>();
  const readQueue = followQueue(name);
  let held: object | null = null;
  const tellFrozen = noticeOnce('frozen');
  let classPrototype: object | null = null;
  let instances = NO_INSTANCE;

  const instanceOf = (self: unknown): number | null => {
    // A method that was taken off its object.
    if (!isObject(self)) return NO_INSTANCE;
    const known = receivers.get(self);
    if (known !== undefined) return known;
    // Another object with the same prototype is not the SDK's, unless the class itself made it, past its wrapper.
    if (!classPrototype || !isInChain(classPrototype, self)) return null;
    receivers.set(self, ++instances);
    return instances;
  };

  /** @param instanceOf says on which instance it is, or `null` for an object that is not the SDK's */
  const begin = (
    method: string,
    args: readonly unknown[],
    instanceOf: () => number | null,
  ): RunningCall | null => {
    try {
      if (held) readQueue(held, false);
      const instance = instanceOf();
      return instance === null ? null : beginCall(name, method, instance, args);
    } catch (error) {
      // With the call its return is lost.
      untold.lost++;
      failed(name, error);
      return null;
    }
  };

  const end = (call: RunningCall | null, threw: boolean, value: unknown): void => {
    endCall(call, threw, value);
    const stub = held;
    if (call && stub) readQueue(stub, true);
  };

  /** @param method `''` for the value of the global itself */
  const wrapCalls = (original: AnyFunction, method: string, owner: object): AnyFunction =>
    wrap(original, {
      apply(target, self: unknown, args) {
        // A class must not meet its wrapper, which has none of its private names.
        const receiver = originalOf(self);
        const depth = running.length;
        const call = begin(method, args, () => receivers.get(owner) ?? instanceOf(receiver));
        let threw = true;
        let value: unknown;
        try {
          value = apply(target, receiver, args);
          threw = false;
        } catch (error) {
          value = error;
        }
        // Where the stack ends no function can be called any more; and the page's call has been made.
        running.length = depth;
        try {
          end(call, threw, value);
        } catch {
          untold.lost++;
        }
        if (threw) throw value;
        return value === receiver ? self : value;
      },
      construct(target, args, newTarget) {
        const depth = running.length;
        const instance = ++instances;
        const call = begin(method || 'constructor', args, () => instance);
        let threw = true;
        let value: unknown;
        try {
          // The class must not see its wrapper as `new.target`.
          value = construct(target, args, originalOf(newTarget));
          threw = false;
        } catch (error) {
          value = error;
        }
        // As above.
        running.length = depth;
        try {
          if (!threw && isObject(value)) {
            receivers.set(value, instance);
            observe(value);
          }
          end(call, threw, value);
        } catch {
          untold.lost++;
        }
        if (threw || !isObject(value)) throw value;
        return value;
      },
      // For accessors, as above.
      get: (target, key, receiver) => get(target, key, originalOf(receiver)),
      set: (target, key, value, receiver) => set(target, key, value, originalOf(receiver)),
    });

  /** Observes the methods of an object, and those that it inherits from classes of the page. */
  const observe = (object: object): void => {
    let owner: object | null = object;
    for (let i = 0; owner && i < MAX_OWNERS && !isBuiltIn(owner); i++) {
      observeOwn(owner);
      owner = getPrototypeOf(owner);
    }
  };

  const observeOwn = (owner: object): void => {
    const keys = ownKeys(owner);
    for (let i = 0; i < keys.length && i < MAX_KEYS; i++) {
      const key = keys[i];
      if (typeof key !== 'string' || key === 'constructor') continue;
      const method = ownValue(owner, key);
      if (typeof method !== 'function' || isWrapper(method)) continue;
      if (!place(owner, key, wrapperOf(method, key, owner))) tellFrozen(`${name}.${key}`);
    }
  };

  const wrapperOf = (original: AnyFunction, method: string, owner: object): AnyFunction => {
    const known = wrappers.get(original);
    if (known) return known;
    const wrapper = wrapCalls(original, method, owner);
    wrappers.set(original, wrapper);
    return wrapper;
  };

  return (value) => {
    if (held) readQueue(held, false);
    if (!isObject(value)) return value;
    const original = originalOf(value);
    held = original;
    if (receivers.get(original) === undefined) receivers.set(original, NO_INSTANCE);
    readQueue(original, false);
    observe(original);
    if (typeof original !== 'function') return value;
    const prototype = ownValue(original, 'prototype');
    if (isObject(prototype)) {
      classPrototype = prototype;
      observe(prototype);
    }
    if (isWrapper(value)) return value;
    const wrapper = wrapperOf(original, '', original);
    claimPrototype(wrapper);
    return wrapper;
  };
}

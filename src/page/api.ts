import type { Calls, RunningCall } from './calls.ts';
import { now } from './clock.ts';
import {
  apply,
  construct,
  createRegistry,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isInChain,
  isObject,
  ownKeys,
  ownValue,
} from './natives.ts';
import type { Outbox } from './outbox.ts';
import { createQueue } from './queue.ts';
import { type AnyFunction, isBuiltIn, isWrapper, originalOf, replaceValue, wrap } from './wrap.ts';

/** How far the methods of an object are looked for. */
const MAX_OWNERS = 20;
const MAX_KEYS = 500;
const MAX_NAME = 200;

/** An object that is no instance of an observed class. */
const NO_INSTANCE = 0;

/** One observed global: makes the calls of whatever it holds seen. */
export interface Api {
  /**
   * Observes a value that the global holds. An object stays what it is and has its methods replaced in place: each time
   * those that are new. A function or a class can only be observed through a wrapper.
   * @returns what the global shall hold instead
   */
  adopt(value: unknown): unknown;
}

export function createApi(name: string, calls: Calls, outbox: Outbox): Api {
  /** By original, so that a function which the page finds in two places stays one function. */
  const wrappers = createRegistry<AnyFunction>();
  /** The objects on which a call is a call of this global, each with its number as an instance. */
  const receivers = createRegistry<number>();
  const noticed = createRegistry<true>();
  const queue = createQueue(name, calls);
  let held: object | null = null;
  let classPrototype: object | null = null;
  let instances = NO_INSTANCE;

  const instanceOf = (self: unknown): number | null => {
    // A method that was taken off its object.
    if (!isObject(self)) return NO_INSTANCE;
    const known = receivers.get(self);
    if (known !== undefined) return known;
    // Another object with the same prototype is not the SDK's, unless the class itself made it, past its wrapper.
    if (!classPrototype || !isInChain(classPrototype, self)) return null;
    instances++;
    receivers.set(self, instances);
    return instances;
  };

  const begin = (
    method: string,
    owner: object,
    self: unknown,
    args: readonly unknown[],
  ): RunningCall | null => {
    try {
      if (held) queue.drain(held);
      const instance = receivers.get(owner) ?? instanceOf(self);
      return instance === null ? null : calls.begin(name, method, instance, args);
    } catch (error) {
      outbox.failed(name, error);
      return null;
    }
  };

  const end = (call: RunningCall | null, outcome: 'returned' | 'threw', value: unknown): void => {
    calls.end(call, outcome, value);
    const stub = held;
    if (call && stub) outbox.guard(name, () => queue.skip(stub));
  };

  /** @param method `''` for the value of the global itself */
  const wrapCalls = (original: AnyFunction, method: string, owner: object): AnyFunction => {
    const wrapper: AnyFunction = wrap(original, {
      apply(target, self: unknown, args) {
        const call = begin(method, owner, self, args);
        try {
          const value: unknown = apply(target, self, args);
          end(call, 'returned', value);
          return value;
        } catch (error) {
          end(call, 'threw', error);
          throw error;
        }
      },
      construct(target, args, newTarget) {
        instances++;
        const instance = instances;
        const call = calls.begin(name, method || 'constructor', instance, args);
        try {
          // The class must not see its wrapper as `new.target`.
          const value: object = construct(target, args, newTarget === wrapper ? target : newTarget);
          outbox.guard(name, () => {
            receivers.set(value, instance);
            observe(value);
          });
          end(call, 'returned', value);
          return value;
        } catch (error) {
          end(call, 'threw', error);
          throw error;
        }
      },
    });
    return wrapper;
  };

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
      if (typeof key !== 'string' || key === 'constructor' || key.length > MAX_NAME) continue;
      const method = ownValue(owner, key);
      if (typeof method !== 'function' || isWrapper(method)) continue;
      if (isFrozen(owner, key)) noticeFrozen(owner, key);
      else replaceValue(owner, key, wrapperOf(method, key, owner));
    }
  };

  const wrapperOf = (original: AnyFunction, method: string, owner: object): AnyFunction => {
    const known = wrappers.get(original);
    if (known) return known;
    const wrapper = wrapCalls(original, method, owner);
    wrappers.set(original, wrapper);
    return wrapper;
  };

  const noticeFrozen = (owner: object, key: string): void => {
    if (noticed.get(owner)) return;
    noticed.set(owner, true);
    outbox.add({ kind: 'notice', time: now(), code: 'frozen', detail: `${name}.${key}` });
  };

  const adopt = (value: unknown): unknown => {
    if (held) queue.drain(held);
    if (!isObject(value)) return value;
    const original = originalOf(value);
    held = original;
    if (receivers.get(original) === undefined) receivers.set(original, NO_INSTANCE);
    queue.drain(original);
    observe(original);
    if (typeof original !== 'function') return value;
    const prototype = ownValue(original, 'prototype');
    if (isObject(prototype)) {
      classPrototype = prototype;
      observe(prototype);
    }
    return isWrapper(value) ? value : wrapperOf(original, '', original);
  };

  return { adopt };
}

function isFrozen(owner: object, key: string): boolean {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  return descriptor?.writable === false && descriptor.configurable === false;
}

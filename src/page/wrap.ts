import {
  bare,
  createProxy,
  createRegistry,
  defineProperty,
  functionPrototype,
  functionToString,
  getOwnPropertyDescriptor,
  indexOf,
  isObject,
  objectPrototype,
  ownValue,
  slice,
} from './natives.ts';

/** A function of the page's or the browser's, whatever it takes. */
// biome-ignore lint/complexity/noBannedTypes: nothing more is known of it, and nothing more is needed.
export type AnyFunction = Function;

/** Each wrapper's original. */
const originals = createRegistry<AnyFunction>();

/** What a wrapper stands for; anything else stands for itself. */
export const originalOf = <T>(value: T): T | AnyFunction => originals.get(value) ?? value;

export const isWrapper = (value: object): boolean => originalOf(value) !== value;

/** Whether a function is the browser's own (or bound, which cannot be told apart). */
export const isNative = (value: object): boolean =>
  indexOf(slice(functionToString(originalOf(value)), -20), '[native code]') >= 0;

/** Whether an object belongs to the browser, so that its methods are everybody's. */
export function isBuiltIn(object: object): boolean {
  if (object === objectPrototype || object === functionPrototype) return true;
  if (typeof object === 'function') return isNative(object);
  const maker = ownValue(object, 'constructor');
  return typeof maker === 'function' && isNative(maker);
}

/** A Proxy of a function, so that its name, length, statics and prototype stay its own. */
export function wrap<F extends AnyFunction>(original: F, traps: ProxyHandler<F>): F {
  const wrapper = createProxy(original, traps);
  originals.set(wrapper, original);
  return wrapper;
}

/** Points `prototype.constructor` at the wrapper of a class. */
export function claimPrototype(wrapper: AnyFunction): void {
  const prototype = ownValue(wrapper, 'prototype');
  if (isObject(prototype) && ownValue(prototype, 'constructor') === originalOf(wrapper)) {
    replaceValue(prototype, 'constructor', wrapper);
  }
}

/**
 * Puts a wrapper where its original was.
 * @returns whether it could be done: it cannot when the property is frozen
 */
export function place(owner: object, key: string, wrapper: AnyFunction): boolean {
  const placed = replaceValue(owner, key, wrapper);
  if (placed) claimPrototype(wrapper);
  return placed;
}

/**
 * Gives an own data property another value and leaves its flags alone.
 * @returns whether it could be done
 */
export function replaceValue(owner: object, key: string, value: unknown): boolean {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  return descriptor !== undefined && defineProperty(owner, key, bare({ ...descriptor, value }));
}

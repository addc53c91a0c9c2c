import {
  apply,
  createProxy,
  createRegistry,
  defineProperty,
  functionPrototype,
  functionToString,
  getOwnPropertyDescriptor,
  hasOwn,
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

/** What {@link installed} asks; no page asks this of `Function.prototype.toString`. */
const PROBE = 'cxone-payload: installed?';

export const isWrapper = (value: object): boolean => originals.get(value) !== undefined;

/** What a wrapper stands for; any other function stands for itself. */
export const originalOf = (value: object): object => originals.get(value) ?? value;

/** Whether a function is the browser's own (or bound, which cannot be told apart). */
export const isNative = (value: object): boolean =>
  indexOf(slice(functionToString(originalOf(value)), -20), '[native code]') >= 0;

/** Whether an object belongs to the browser, so that its methods are everybody's. */
export function isBuiltIn(object: object): boolean {
  if (object === objectPrototype || object === functionPrototype) return true;
  if (typeof object === 'function') return isNative(object);
  const maker = ownValue(object, 'constructor');
  return typeof maker === 'function' && isNative(maker) && ownValue(maker, 'prototype') === object;
}

/**
 * Puts a Proxy in a function's place, so that its name, length, statics and prototype stay its own, and points
 * `prototype.constructor` at it.
 */
export function wrap<F extends AnyFunction>(original: F, traps: ProxyHandler<F>): F {
  const wrapper = createProxy(original, traps);
  originals.set(wrapper, original);
  const prototype = ownValue(original, 'prototype');
  if (isObject(prototype) && ownValue(prototype, 'constructor') === original) {
    replaceValue(prototype, 'constructor', wrapper);
  }
  return wrapper;
}

/**
 * Gives an own data property another value and leaves its flags alone.
 * @returns whether it could be done: it cannot when the property is frozen
 */
export function replaceValue(owner: object, key: PropertyKey, value: unknown): boolean {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  if (!descriptor || !hasOwn(descriptor, 'value')) return false;
  return defineProperty(owner, key, { ...descriptor, value });
}

/** Wraps the function that an object holds under `key`, if it holds one. */
export function wrapOwn(owner: object, key: string, traps: ProxyHandler<AnyFunction>): void {
  const original = ownValue(owner, key);
  if (typeof original === 'function') replaceValue(owner, key, wrap(original, traps));
}

/**
 * Makes every wrapper print what its original prints, and answers the probe of {@link installed}.
 * @param onProbe runs when a later run of the page script in this same window found that this one is there
 */
export function tapToString(onProbe: () => void): void {
  wrapOwn(functionPrototype, 'toString', {
    apply(target, self: unknown, args) {
      if (self === PROBE) return onProbe();
      return apply(target, isObject(self) ? originalOf(self) : self, args);
    },
  });
}

/**
 * Whether the page script already runs in this window. A window can outlive its document (`document.open()`, the
 * first navigation of a frame), and then the browser runs the script again.
 */
export function installed(): boolean {
  try {
    // The original throws on whatever is no function.
    apply(Function.prototype.toString, PROBE, []);
    return true;
  } catch {
    return false;
  }
}

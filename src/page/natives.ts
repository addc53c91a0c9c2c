/**
 * The language's built-ins as they are before the first page script runs. Everything in `src/page` that runs later
 * goes through these, so that a page which overrides `JSON`, `Array.prototype` or `Reflect` neither breaks nor sees
 * the observer. For the same reason no code here iterates with `for…of`, spreads an array or calls an array's
 * methods: all of these look up what the page may have replaced.
 */
export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  set,
} = Reflect;
const { setPrototypeOf } = Reflect;
export const { hasOwn, is, prototype: objectPrototype } = Object;
export const { min } = Math;
export const { isArray } = Array;
export const { fromCharCode } = String;
export const { stringify } = JSON;
export const { prototype: functionPrototype } = Function;

const NativeProxy = Proxy;

export const createProxy = <T extends object>(target: T, traps: ProxyHandler<T>): T =>
  // Bare, since what a page puts on `Object.prototype` would become a trap.
  new NativeProxy(target, bare(traps));

/** Does nothing. */
export const nothing: NonNullable<PropertyDescriptor['get']> = () => undefined;

/** A method as a function that takes its receiver first. */
export const uncurry =
  <S, A extends readonly unknown[], R>(method: (this: S, ...args: A) => R): ((self: S, ...args: A) => R) =>
  (self, ...args) =>
    apply(method, self, args);

/**
 * The reader of a built-in accessor property. Like the built-in it throws on an object of another class, which makes
 * it the one test of an object's class that the page can neither see nor deceive. Where there is no such property it
 * reads `undefined`.
 */
export function reader<T extends object, K extends keyof T & string>(
  owner: { readonly prototype: T } | undefined,
  key: K,
): (self: unknown) => T[K] {
  const read = (owner && getOwnPropertyDescriptor(owner.prototype, key)?.get) ?? nothing;
  return (self) => apply(read, self, []);
}

/** Takes an object out of the reach of what the page may put on `Object.prototype`, and returns it. */
export function bare<T extends object>(object: T): T {
  setPrototypeOf(object, null);
  return object;
}

/** An empty array to which an index can be assigned without a setter of the page's being asked. */
export const list = <T>(): T[] => bare([]);

export const slice: (text: string, start: number, end?: number) => string = uncurry(String.prototype.slice);
export const charCodeAt: (text: string, index: number) => number = uncurry(String.prototype.charCodeAt);
export const indexOf: (text: string, part: string) => number = uncurry(String.prototype.indexOf);
export const bigintToString: (value: bigint, radix: number) => string = uncurry(BigInt.prototype.toString);
/** For symbols as well, which nothing else turns into text. */
export const toText = String;
export const functionToString: (value: object) => string = uncurry(Function.prototype.toString);
export const dateToTime: (value: unknown) => number = uncurry(Date.prototype.getTime);
export const dateToISOString: (value: unknown) => string = uncurry(Date.prototype.toISOString);
export const isInChain: (prototype: object, value: object) => boolean = uncurry(
  Object.prototype.isPrototypeOf,
);
export const exec: (pattern: RegExp, text: string) => RegExpExecArray | null = uncurry(RegExp.prototype.exec);
/**
 * Waits for a promise, by no method that somebody may have put in its place.
 * @param rejected is called as well when `fulfilled` throws
 */
export const settle: <T>(promise: Promise<T>, fulfilled: (value: T) => void, rejected: () => void) => void =
  async (promise, fulfilled, rejected) => {
    try {
      fulfilled(await promise);
    } catch {
      rejected();
    }
  };

const { get: getWeak, set: setWeak } = WeakMap.prototype;

/** What is known of objects. Of anything that is no object, nothing is. */
export interface Registry<V> {
  get(key: unknown): V | undefined;
  set(key: object, value: V): void;
}

/** Knows without keeping objects alive, in a map whose methods cannot be replaced from outside. */
export const createRegistry = <V>(): Registry<V> =>
  Object.assign(new WeakMap<object, V>(), { get: getWeak, set: setWeak });

/** Whether a value has properties at all. */
export const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** The own data property of an object; `undefined` for an accessor, which is not called. */
export function ownValue(object: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(object, key);
  return descriptor && bare(descriptor).value;
}

/** The length of an array, or of what looks like one; otherwise 0. */
export function lengthOf(value: unknown): number {
  const length = isObject(value) && ownValue(value, 'length');
  return typeof length === 'number' ? length : 0;
}

/** Longest chain of prototypes that is followed: a Proxy can have an endless one. */
const MAX_CHAIN = 50;

/** Like {@link ownValue}, but along the chain of prototypes: what `object[key]` gives where no code would run. */
export function peek(object: object, key: PropertyKey): unknown {
  let owner: object | null = object;
  for (let i = 0; owner && i < MAX_CHAIN; i++) {
    const descriptor = getOwnPropertyDescriptor(owner, key);
    if (descriptor) return bare(descriptor).value;
    owner = getPrototypeOf(owner);
  }
  return undefined;
}

/** The result of a built-in that throws on objects of another class. */
export function attempt<R>(read: (value: unknown) => R, value: unknown): R | undefined {
  try {
    return read(value);
  } catch {
    return undefined;
  }
}

import { classNameOf } from './describe.ts';
import { onLook } from './looks.ts';
import { apply, functionPrototype, ownValue } from './natives.ts';
import { noticeOnce } from './notice-once.ts';
import { type AnyFunction, originalOf, place, wrap } from './wrap.ts';

/**
 * Wraps the function that an object holds under `key`, if it holds one, and tells when something else is found in its
 * place later: what goes round the wrapper is not seen any more.
 */
export function hook(owner: object, key: string, traps: ProxyHandler<AnyFunction>): void {
  const original = ownValue(owner, key);
  if (typeof original !== 'function') return;
  const wrapper = wrap(original, traps);
  place(owner, key, wrapper);
  const detail = `${classNameOf(owner)}.${key}`;
  const tellReplaced = noticeOnce('replaced');
  onLook(detail, () => {
    if (ownValue(owner, key) !== wrapper) tellReplaced(detail);
  });
}

/** Makes every wrapper print what its original prints. */
export function tapToString(): void {
  hook(functionPrototype, 'toString', {
    apply: (target, self: unknown, args) => apply(target, originalOf(self), args),
  });
}

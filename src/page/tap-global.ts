import { OBSERVED_GLOBALS } from '../core/dialects/observed.ts';
import { observeValues } from './api.ts';
import { onLook } from './looks.ts';
import {
  set as assign,
  bare,
  defineProperty,
  getOwnPropertyDescriptor,
  hasOwn,
  isObject,
  get as readProperty,
} from './natives.ts';
import { noticeOnce } from './notice-once.ts';
import { guard } from './outbox.ts';
import { replaceValue } from './wrap.ts';

const inherited: object = Object.getPrototypeOf(window);

/** Observes each of the globals that a dialect names. */
export function tapGlobals(): void {
  // Before the page runs, the methods of an array are still the language's own.
  OBSERVED_GLOBALS.forEach(tapGlobal);
}

/**
 * Observes one global of `window`, whether it is there already, comes later, or is replaced: an accessor stands in its
 * place. It is configurable, so that `let`, `var` and `function` of the same name stay legal, and not enumerable
 * before the page has set it.
 */
export function tapGlobal(name: string): void {
  const observe = observeValues(name);
  let value: unknown;
  let present = false;
  const tellReplaced = noticeOnce('replaced');
  const tellFrozen = noticeOnce('frozen');

  const adopt = (next: unknown): unknown => {
    let adopted = next;
    guard(name, () => {
      adopted = observe(next);
    });
    return adopted;
  };

  const get = (): unknown => {
    // What the page would find without us, such as an element with this name as its id.
    if (!present) return readProperty(inherited, name, window);
    value = adopt(value);
    return value;
  };
  function set(this: unknown, next: unknown): void {
    // An object that inherits from the window gets a property of its own, as if ours was not there. A getter that the
    // page defined without a setter leaves ours where it was, and then this does nothing.
    if (!isObject(this) || getOwnPropertyDescriptor(this, name)?.get !== get) {
      assign(bare({}), name, next, this);
      return;
    }
    value = adopt(next);
    if (present) return;
    present = true;
    // An assignment to nothing makes an enumerable property.
    place(true);
  }
  const place = (enumerable: boolean): void => {
    defineProperty(window, name, bare({ configurable: true, enumerable, get, set }));
  };

  const look = (): void => {
    const found = getOwnPropertyDescriptor(window, name);
    if (!found) {
      present = false;
      value = undefined;
      place(false);
    } else if (hasOwn(found, 'value')) {
      value = adopt(found.value);
      present = true;
      if (found.configurable && found.writable) place(found.enumerable === true);
      else if (!replaceValue(window, name, value)) tellFrozen(name);
    } else if (found.get === get) {
      value = adopt(value);
    } else {
      // An accessor of the page's own: reading it could have an effect.
      tellReplaced(name);
    }
  };
  onLook(name, look);
  guard(name, look);
}

/**
 * A snapshot is a bounded, side-effect-free copy of a page value. It is a JSON value, so that it crosses every
 * process boundary unchanged; what JSON cannot say is a *mark*: an object whose only own-defined meaning is
 * in `$mark`. A page object that itself has a `$mark` key is written as an `entries` mark, so it cannot be
 * taken for one.
 */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The key that tells a mark from a plain object. */
export const MARK = '$mark';

/** What JSON would lose, or what the snapshot left out. */
export type Mark =
  | { readonly $mark: 'undefined' }
  /** NaN, Infinity, -Infinity, -0 */
  | { readonly $mark: 'number'; readonly value: string }
  | { readonly $mark: 'bigint'; readonly value: string }
  | { readonly $mark: 'symbol'; readonly value: string }
  | { readonly $mark: 'function'; readonly value: string }
  /** ISO 8601, or `Invalid Date` */
  | { readonly $mark: 'date'; readonly value: string }
  /** A DOM node, as `<tag#id>` */
  | { readonly $mark: 'node'; readonly value: string }
  /** `Name: message` */
  | { readonly $mark: 'error'; readonly value: string }
  | { readonly $mark: 'promise' }
  /** An accessor property: not read, since reading it could have an effect twice */
  | { readonly $mark: 'getter' }
  /** Reading the property threw */
  | { readonly $mark: 'threw'; readonly value: string }
  /** The object is its own ancestor, `value` levels up */
  | { readonly $mark: 'cycle'; readonly value: number }
  /** Deeper than the snapshot goes */
  | { readonly $mark: 'deep' }
  /** A string longer than the snapshot keeps: its head and its whole length in UTF-16 code units */
  | { readonly $mark: 'string'; readonly head: string; readonly length: number }
  /** A class instance, or an object with a key that plain JSON could not carry safely */
  | {
      readonly $mark: 'object';
      readonly name: string;
      readonly entries: readonly (readonly [string, Snapshot])[];
      readonly more: number;
    }
  /** An array with more items than the snapshot keeps */
  | { readonly $mark: 'array'; readonly items: readonly Snapshot[]; readonly more: number }
  /** Anything else (Map, Set, ArrayBuffer, …), by the name of its class */
  | { readonly $mark: 'other'; readonly value: string }
  /** Taken out before it was shown or written */
  | { readonly $mark: 'redacted' };

/** A JSON value in which an object with the key `$mark` is a {@link Mark}. */
export type Snapshot = Json;

import type { Prefix } from './prefix.ts';

/**
 * Whether a list is an earlier one with nothing but more at its end. Events are put in and never moved, so where both
 * ends of the old list still stand in their places, nothing came between.
 */
export function continues<T>(old: Prefix<T>, now: Prefix<T>): boolean {
  const last = old.length - 1;
  return last < 0 || (now.length > last && now.at(last) === old.at(last) && now.at(0) === old.at(0));
}

/** What became of a list: how many of its first items still stand in their places, and the items that are new. */
export interface Difference<T> {
  readonly same: number;
  readonly added: readonly T[];
}

/**
 * Compares a list with what became of it, where items were added, and old ones let go, in any place. The last one is never
 * let go: `null` where it is not there, which is another list altogether.
 */
export function differenceOf<T>(old: Prefix<T>, now: Prefix<T>): Difference<T> | null {
  const same = sameUntil(old, now);
  const [before, after] = [old.slice(same), now.slice(same)];
  const last = before.at(-1);
  // Where old ones were only let go, one way through both will do: there may be far too many for a set.
  let left = 0;
  for (const item of before) if (item === after[left]) left += 1;
  if (after[left - 1] === last) return { same, added: after.slice(left) };
  const known = new Set(before);
  const added = after.filter((item) => !known.has(item));
  return after.some((item) => item === last) ? { same, added } : null;
}

function sameUntil<T>(old: Prefix<T>, now: Prefix<T>): number {
  const end = Math.min(old.length, now.length);
  for (let at = 0; at < end; at += 1) if (old.at(at) !== now.at(at)) return at;
  return end;
}

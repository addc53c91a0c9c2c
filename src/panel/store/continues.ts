/**
 * Whether a list is an earlier one with nothing but more at its end. Events are put in and never moved, so where both
 * ends of the old list still stand in their places, nothing came between.
 */
export function continues<T>(old: readonly T[], now: readonly T[]): boolean {
  const last = old.length - 1;
  return last < 0 || (now[last] === old[last] && now[0] === old[0]);
}

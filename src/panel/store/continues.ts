/**
 * Whether a list is an earlier one with nothing but more at its end. Events are put in and never moved, so where both
 * ends of the old list still stand in their places, nothing came between.
 */
export function continues<T>(old: readonly T[], now: readonly T[]): boolean {
  const last = old.length - 1;
  return last < 0 || (now[last] === old[last] && now[0] === old[0]);
}

/**
 * How many of a list are of an earlier one, where nothing was done but to let old ones go and to add new ones at the end;
 * `null` where something else was.
 */
export function keptOf<T>(old: readonly T[], now: readonly T[]): number | null {
  let kept = 0;
  for (const item of old) if (item === now[kept]) kept += 1;
  // What came between old ones stops the count before the last of them, which is never let go.
  return kept > 0 && now[kept - 1] === old.at(-1) ? kept : null;
}

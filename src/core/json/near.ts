import { nearness } from '../checks/names.ts';

/** The candidate that `name` was probably meant to be, or `null` when none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const slips = nearness(name, candidate);
    if (slips === null || slips >= least) continue;
    best = candidate;
    least = slips;
  }
  return best;
}

/** The value with so many smaller ones. */
export function nth(values: readonly number[], smaller: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.floor(smaller)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (values: readonly number[]): number => nth(values, values.length / 2);

/**
 * Measures the same with and without something, in turns, so that whatever else the machine does falls on both; each
 * goes first in every other round.
 *
 * @param warmUp rounds that do not count
 * @returns the rounds that count
 */
export async function inTurns<T>(
  measure: { readonly without: () => Promise<T> | T; readonly with: () => Promise<T> | T },
  { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number },
): Promise<readonly { readonly without: T; readonly with: T }[]> {
  const measured: { without: T; with: T }[] = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    let without: T;
    let with_: T;
    if (round % 2 === 0) {
      without = await measure.without();
      with_ = await measure.with();
    } else {
      with_ = await measure.with();
      without = await measure.without();
    }
    if (round >= warmUp) measured.push({ without, with: with_ });
  }
  return measured;
}

/** The median of the ratios of each round. */
export const medianRatio = (rounds: readonly { readonly without: number; readonly with: number }[]): number =>
  median(rounds.map((round) => round.with / round.without));

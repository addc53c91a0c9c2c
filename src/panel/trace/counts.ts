import type { JudgedAttribute, Verdict } from '../../core/checks/finding.ts';

/** What rows are counted and filtered by. A row can be in two: an unmapped key that fails is a fail as well. */
export const CATEGORIES = ['fail', 'pass', 'pending', 'unknown', 'unmapped', 'idle'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The categories of one row. `mapped`: there is a mapping that it could have been in. */
export function categoriesOf(attribute: JudgedAttribute, mapped: boolean): readonly Category[] {
  if (attribute.idle) return ['idle'];
  const verdict: readonly Verdict[] = [attribute.verdict];
  return mapped && attribute.row === undefined ? [...verdict, 'unmapped'] : verdict;
}

/** How many rows each category has; those with none are left out. */
export function countCategories(
  attributes: readonly JudgedAttribute[],
  mapped: boolean,
): readonly { readonly category: Category; readonly count: number }[] {
  const counts = new Map<Category, number>();
  for (const attribute of attributes) {
    for (const category of categoriesOf(attribute, mapped)) {
      counts.set(category, (counts.get(category) ?? 0) + 1);
    }
  }
  return CATEGORIES.flatMap((category) => {
    const count = counts.get(category) ?? 0;
    return count > 0 ? [{ category, count }] : [];
  });
}

import { useActions, useStore } from '../store/context.ts';
import { currentMapping, shownAttributes } from '../store/selectors.ts';
import { type Category, countCategories } from './counts.ts';

const WORDS: Readonly<Record<Category, string>> = {
  fail: 'fail',
  pass: 'pass',
  pending: 'not yet',
  unknown: 'unknown',
  unmapped: 'unmapped',
  idle: 'not given',
};

/** How many rows there are of each verdict; each count shows its rows alone. */
export function CountFilters() {
  const { toggleCategory } = useActions();
  const attributes = useStore(shownAttributes);
  const mapped = useStore((state) => currentMapping(state) !== null);
  const chosen = useStore((state) => state.filter.categories);
  return (
    <div class="counts" role="group" aria-label="Show only">
      {countCategories(attributes, mapped).map(({ category, count }) => (
        <button
          key={category}
          type="button"
          class={`count count-${category}`}
          data-count={category}
          aria-pressed={chosen.has(category)}
          onClick={() => toggleCategory(category)}
        >
          <span class="count-dot" aria-hidden="true" />
          <b>{count}</b> {WORDS[category]}
        </button>
      ))}
    </div>
  );
}

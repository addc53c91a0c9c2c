import { formatSnapshot } from '../../core/capture/display.ts';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import { STAGES } from '../../core/trace/trace.ts';
import { type Category, categoriesOf } from './counts.ts';

const RANK = { fail: 0, pending: 2, unknown: 3, pass: 4 } as const;

function rank(attribute: JudgedAttribute): number {
  if (attribute.idle) return 5;
  const warned = attribute.verdict !== 'fail' && attribute.findings.length > 0;
  return warned ? 1 : RANK[attribute.verdict];
}

/** The rows to show: those that need a person first, otherwise in the order they came. */
export function rowsToShow(
  attributes: readonly JudgedAttribute[],
  filter: { readonly text: string; readonly categories: ReadonlySet<Category> },
  mapped: boolean,
): readonly JudgedAttribute[] {
  const text = filter.text.trim().toLowerCase();
  return attributes
    .filter(
      (attribute) =>
        (filter.categories.size === 0 ||
          categoriesOf(attribute, mapped).some((category) => filter.categories.has(category))) &&
        (text === '' || searchText(attribute).includes(text)),
    )
    .toSorted((a, b) => rank(a) - rank(b));
}

function searchText(attribute: JudgedAttribute): string {
  const values = STAGES.flatMap((stage) =>
    attribute.cells[stage].sightings.map(({ path, value }) => `${path} ${formatSnapshot(value)}`),
  );
  const findings = attribute.findings.map(({ id, title }) => `${id} ${title}`);
  return [attribute.key, attribute.namespace, attribute.row?.label ?? '', ...values, ...findings]
    .join('\n')
    .toLowerCase();
}

/** Whether a row is open before anybody touched it: when it has something to tell that needs a hand. */
export function opensByItself(attribute: JudgedAttribute): boolean {
  return attribute.verdict === 'fail' || attribute.findings.some(({ severity }) => severity !== 'info');
}

import { formatSnapshot } from '../../capture/display.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** Another value than the one that the mapping says this run must have. */
export const unexpected: Check = {
  id: 'value/unexpected',
  title: 'Not the expected value',
  severity: 'error',
  stage: 'call',
  why: 'The mapping names the value that this page must send.',
  source: 'mapping',
  explains: [],
  run(subject) {
    const judged = judgedSighting(subject);
    const expected = subject.row?.expected;
    if (!judged || expected === undefined || typeof expected === 'object') return null;
    if (judged.value === expected) return null;
    return {
      message: `${written(judged)}, but the mapping expects ${formatSnapshot(expected)}.`,
      fix: `Find out where the page takes ${subject.key} from.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: "another customer's id",
      options: { attributes: { custom: { crm_customer_id: 'CRM-000001' } } },
      row: { expected: 'CRM-882910' },
    },
  ],
  passes: [
    {
      title: 'the expected id',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      row: { expected: 'CRM-882910' },
    },
  ],
};

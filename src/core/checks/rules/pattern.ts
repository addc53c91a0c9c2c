import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** Longer text is not matched: a pattern with nested repetition could take minutes on it. */
const LONGEST_MATCHED = 4096;

/** A string that the mapping's pattern does not match. */
export const pattern: Check = {
  id: 'value/pattern',
  title: 'Does not match the pattern',
  severity: 'error',
  stage: 'call',
  why: 'A value of another form is not what the backend looks up.',
  source: 'mapping',
  explains: ['value/unexpected'],
  run(subject) {
    const judged = judgedSighting(subject);
    const source = subject.row?.pattern;
    if (!judged || source === undefined || typeof judged.value !== 'string') return null;
    if (judged.value.length > LONGEST_MATCHED || new RegExp(source, 'u').test(judged.value)) return null;
    return {
      message: `${written(judged)} does not match ${source}.`,
      fix: `Send a value of the form ${source}.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'without the prefix', options: { attributes: { custom: { crm_customer_id: '882910' } } } },
  ],
  passes: [{ title: 'of the form', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

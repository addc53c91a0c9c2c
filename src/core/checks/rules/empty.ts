import type { Check, Examples } from '../check.ts';
import { calleeOf } from '../code.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** An empty string, or nothing but white space. */
export const empty: Check = {
  id: 'value/empty',
  title: 'Empty value',
  severity: 'error',
  stage: 'call',
  why: 'An empty string is a value to the backend: it is stored, and every look-up by it fails.',
  source: 'format',
  explains: ['value/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    if (!judged || typeof judged.value !== 'string' || judged.value.trim() !== '') return null;
    return {
      message: `${written(judged)}: the value is ${judged.value === '' ? 'an empty string' : 'nothing but white space'}.`,
      fix: `Call ${calleeOf(subject)} only once ${subject.key} is known: the value was read before it was there.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'empty', options: { attributes: { custom: { crm_customer_id: '' } } } },
    { title: 'blank', options: { attributes: { custom: { crm_customer_id: '  ' } } } },
  ],
  passes: [{ title: 'a value', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

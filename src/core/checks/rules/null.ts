import { markOf } from '../../capture/walk.ts';
import type { Check, Examples } from '../check.ts';
import { calleeOf } from '../code.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** `null`, or `undefined`, which JSON leaves out altogether. */
export const nullValue: Check = {
  id: 'value/null',
  title: 'No value',
  severity: 'error',
  stage: 'call',
  why: 'There is nothing to look up by it.',
  source: 'format',
  explains: ['value/', 'sent/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    const undef = judged && markOf(judged.value)?.$mark === 'undefined';
    if (!judged || (judged.value !== null && !undef)) return null;
    return {
      message: `${written(judged)} is no value${undef ? ', and JSON leaves it out' : ''}.`,
      fix: `Call ${calleeOf(subject)} only once ${subject.key} is known, or leave the key out on purpose.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'null', options: { attributes: { custom: { crm_customer_id: null } } } },
    {
      title: 'undefined, which JSON leaves out',
      options: { attributes: { custom: { crm_customer_id: { $mark: 'undefined' } } } },
      posted: { attributes: { custom: {} } },
    },
  ],
  passes: [{ title: 'a value', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

import { formatSnapshot } from '../../capture/display.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** A value that is not one of those that the mapping allows. */
export const notInList: Check = {
  id: 'value/not-in-list',
  title: 'Not in the list',
  severity: 'error',
  stage: 'call',
  why: 'List fields take only the values that are defined for them.',
  source: 'mapping',
  explains: ['value/pattern', 'value/length', 'value/unexpected', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    const allowed = subject.row?.enum;
    if (!judged || !allowed || allowed.some((value) => value === judged.value)) return null;
    return {
      message: `${written(judged)} is not one of the values that the mapping allows: ${allowed.map((value) => formatSnapshot(value)).join(', ')}.`,
      fix: 'Send one of the allowed values, exactly as it is written there.',
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'another value',
      options: { attributes: { custom: { crm_customer_id: 'silver' } } },
      row: { enum: ['basic', 'gold'], pattern: undefined },
    },
  ],
  passes: [
    {
      title: 'a value of the list',
      options: { attributes: { custom: { crm_customer_id: 'gold' } } },
      row: { enum: ['basic', 'gold'], pattern: undefined },
    },
  ],
};

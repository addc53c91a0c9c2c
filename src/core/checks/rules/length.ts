import type { Check, Examples } from '../check.ts';
import { lengthOf } from '../lengths.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** Shorter or longer than the mapping allows. */
export const length: Check = {
  id: 'value/length',
  title: 'Wrong length',
  severity: 'error',
  stage: 'call',
  why: 'What is too long is cut or refused.',
  source: 'mapping',
  explains: ['value/unexpected', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = subject.row ?? {};
    if (!judged) return null;
    const count = lengthOf(judged.value);
    if (count === null || (count >= minLength && count <= maxLength)) return null;
    const limit = count > maxLength ? `at most ${maxLength}` : `at least ${minLength}`;
    return {
      message: `${written(judged)} has ${count} characters; the mapping allows ${limit}.`,
      fix: `Send ${limit} characters.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'too long',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      row: { maxLength: 6 },
    },
    {
      title: 'too short',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      row: { minLength: 20 },
    },
  ],
  passes: [
    {
      title: 'within the limits',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      row: { minLength: 10, maxLength: 10 },
    },
  ],
};

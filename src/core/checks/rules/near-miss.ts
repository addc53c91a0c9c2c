import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue } from '../code.ts';
import { written } from '../place.ts';
import { left } from '../subject.ts';

/** A key that differs from the mapped one in case, separators, a prefix, or a letter or two. */
export const nearMiss: Check = {
  id: 'key/near-miss',
  title: 'Wrong key or case',
  severity: 'error',
  stage: 'call',
  why: 'Keys are matched exactly, case included.',
  source: 'mapping',
  explains: [
    'presence/',
    'sent/',
    'echo/',
    'mapping/unmapped-key',
    'identity/',
    'place/',
    'mapping/not-defined',
  ],
  run(subject) {
    const { near, exact, key } = subject;
    // Where the page wrote it so, or, when it was given rightly, where it was renamed on the way.
    const wrong = exact.length > 0 ? near.find(left) : near[0];
    if (!wrong || exact.some(left) || (exact.length > 0 && !near.some(left))) return null;
    return {
      message: `The key ${JSON.stringify(wrong.key)} (${written(wrong)}) is not mapped; the mapping has ${JSON.stringify(key)}.`,
      fix: `Rename ${JSON.stringify(wrong.key)} to ${JSON.stringify(key)}.`,
      code: correctedCall(subject, exampleValue(subject, wrong.value), near),
      stage: wrong.stage,
      sightings: near,
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'camel case', options: { attributes: { custom: { crmCustomerId: 'CRM-882910' } } } },
    {
      title: 'with the prefix by which a flow reads it',
      options: { attributes: { custom: { 'context.crm_customer_id': 'CRM-882910' } } },
    },
    {
      title: 'two letters swapped',
      options: { attributes: { custom: { crm_cusotmer_id: 'CRM-882910' } } },
    },
  ],
  passes: [
    {
      title: 'the right key beside a near one',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
  ],
};

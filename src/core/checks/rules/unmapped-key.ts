import { type Check, type Examples, saidBy } from '../check.ts';
import { wasGiven } from '../code.ts';
import { written } from '../place.ts';
import { left } from '../subject.ts';

/** A key that was given or sent, and that no row of the mapping asks for. */
export const unmappedKey: Check = {
  id: 'mapping/unmapped-key',
  title: 'Not in the mapping',
  severity: 'error',
  stage: 'sent',
  why: 'What the backend has no mapping for vanishes during processing, without an error.',
  source: 'forum',
  explains: ['echo/', 'sent/', 'timing/', 'value/', 'place/', 'mapping/not-defined'],
  run(subject) {
    const { row, mapping, exact } = subject;
    const [first] = exact;
    if (row || !mapping || mapping.unmapped === 'ignore' || !first) return null;
    const sent = exact.find(left);
    const did = sent ? `${written(sent)} left the page` : wasGiven(subject, first);
    return {
      message: `${did}, but the mapping has no row for ${JSON.stringify(subject.key)} in ${JSON.stringify(subject.namespace)}.`,
      fix: 'Have the key mapped in the tenant and add a row for it here, or stop sending it.',
      ...saidBy(subject.dialect.unknownKeys),
      severity: mapping.unmapped === 'fail' ? 'error' : 'warning',
      stage: (sent ?? first).stage,
      sightings: exact,
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'a key that nobody mapped',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910', favourite_colour: 'green' } } },
    },
  ],
  passes: [
    { title: 'mapped keys only', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } },
  ],
};

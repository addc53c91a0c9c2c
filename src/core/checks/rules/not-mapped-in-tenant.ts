import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { allSightings } from '../subject.ts';

/** The mapping file says that the tenant does not map this key. */
export const notMappedInTenant: Check = {
  id: 'mapping/not-mapped-in-tenant',
  title: 'Not mapped in the tenant',
  severity: 'error',
  stage: 'echoed',
  why: 'Unmapped data vanishes during backend processing, however it is sent.',
  source: 'forum',
  explains: ['presence/', 'sent/', 'echo/', 'timing/', 'place/', 'identity/', 'key/', 'mapping/not-defined'],
  run(subject) {
    const { row, key, namespace } = subject;
    const seen = allSightings(subject);
    const [first] = seen;
    if (row?.mapped !== false || (!first && !row.required)) return null;
    const what = first ? `${written(first)} was given` : `${key} is required`;
    return {
      message: `${what}, but the tenant does not map ${JSON.stringify(key)} in the namespace ${JSON.stringify(namespace)} ("mapped": false).`,
      fix: `Have ${row.target ?? subject.dialect.target(namespace, key)} mapped in the tenant's admin settings, then set "mapped" to true here.`,
      sightings: seen,
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'sent rightly, not mapped',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: { custom: {} },
      row: { mapped: false },
    },
  ],
  passes: [
    {
      title: 'mapped',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      row: { mapped: true },
    },
  ],
};

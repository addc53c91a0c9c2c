import { type Check, type Examples, saidBy } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { written } from '../place.ts';
import { left } from '../subject.ts';

/** The right key, in a namespace or a place that the backend does not read. */
export const wrongNamespace: Check = {
  id: 'place/wrong-namespace',
  title: 'Wrong namespace',
  severity: 'error',
  stage: 'call',
  why: 'The backend reads a key only in the namespace that it is mapped for; elsewhere it vanishes without an error.',
  source: 'forum',
  explains: ['presence/', 'sent/', 'echo/', 'identity/', 'mapping/unmapped-key', 'mapping/not-defined'],
  run(subject) {
    const { misplaced, exact, namespace } = subject;
    const wrong = (
      exact.length > 0 ? misplaced : [...misplaced.filter((s) => s.stage === 'call'), ...misplaced]
    ).find((sighting) => exact.length === 0 || left(sighting));
    if (!wrong || exact.some(left)) return null;
    const where =
      wrong.namespace === null ? 'in no namespace' : `in the namespace ${JSON.stringify(wrong.namespace)}`;
    const moved = exact.length > 0;
    const dead = wrong.namespace === null ? undefined : subject.dialect.deadPlaces?.get(wrong.namespace);
    const isOtherScope = subject.dialect.namespaces.some((name) => name === wrong.namespace);
    const sentences = [
      `${written(wrong)} ${moved ? 'left' : 'stands'} ${where}; the mapping has it in ${JSON.stringify(namespace)}.`,
      moved && 'It was given in the right place and moved on the way.',
    ];
    return {
      message: sentences.filter((sentence) => typeof sentence === 'string').join(' '),
      fix: moved
        ? `Make the code that builds the request keep ${rightPath(subject)} where it was given.`
        : `Give it as ${rightPath(subject)}.`,
      ...(!moved && { code: correctedCall(subject, exampleValue(subject, wrong.value), misplaced) }),
      stage: wrong.stage,
      ...saidBy(dead),
      // That each scope has definitions of its own is what the vendor's two lists of them suggest.
      ...(isOtherScope && { source: 'inferred' as const }),
      sightings: misplaced,
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'another namespace', options: { attributes: { crm: { crm_customer_id: 'CRM-882910' } } } },
    { title: 'no namespace', options: { attributes: { crm_customer_id: 'CRM-882910' } } },
    { title: 'at the top of the options', options: { crm_customer_id: 'CRM-882910' } },
    {
      title: 'moved on the way',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: { attributes: { widget: { crm_customer_id: 'CRM-882910' } } },
    },
    {
      title: 'outside of messaging',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          call: 'Genesys',
          args: ['command', 'Database.set', { customAttributes: { crm_customer_id: 'CRM-882910' } }],
        },
        { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } },
      ],
    },
  ],
  passes: [
    { title: 'in its namespace', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } },
  ],
};

import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { at, left, reachesBackend } from '../subject.ts';

/** The container is JSON text inside JSON: a string to whoever reads it. */
export const doubleEncoded: Check = {
  id: 'place/double-encoded',
  title: 'Encoded twice',
  severity: 'error',
  stage: 'call',
  why: 'The backend reads an object there; a string has no keys, so nothing of it is stored.',
  source: 'format',
  explains: ['sent/', 'echo/', 'presence/', 'timing/', 'mapping/unmapped-key'],
  run(subject) {
    const encoded = subject.exact.filter((sighting) => sighting.doubleEncoded);
    const properly = subject.exact.filter((sighting) => !sighting.doubleEncoded);
    const wrong = encoded.find((sighting) => left(sighting) || properly.length === 0);
    if (!wrong || subject.exact.some(reachesBackend)) return null;
    const byPage = encoded.find(at('call')) !== undefined;
    return {
      message: `${subject.key} stands in JSON text inside JSON (the container at ${JSON.stringify(containerOf(wrong.path))} is a string, not an object).`,
      fix: byPage
        ? `Give ${rightPath(subject)} as an object, without JSON.stringify.`
        : 'Remove the second JSON.stringify from the code that builds the request.',
      ...(byPage && { code: correctedCall(subject, exampleValue(subject, wrong.value), encoded) }),
      stage: byPage ? 'call' : wrong.stage,
      sightings: encoded,
    };
  },
};

const containerOf = (path: string): string => path.split(/[.[]/)[0] ?? path;

export const examples: Examples = {
  fails: [
    {
      title: 'attributes as JSON text',
      options: { attributes: '{"custom":{"crm_customer_id":"CRM-882910"}}' },
    },
    {
      title: 'encoded by the wrapper',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: { attributes: { custom: '{"crm_customer_id":"CRM-882910"}' } },
    },
  ],
  passes: [{ title: 'as an object', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

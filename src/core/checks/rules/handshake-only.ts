import type { Check, Examples } from '../check.ts';
import { rightPath } from '../code.ts';
import { written } from '../place.ts';
import { deadlinePassed, left, reachesBackend } from '../subject.ts';

/** In the socket's URL or sub-protocol, and in no payload. */
export const handshakeOnly: Check = {
  id: 'place/handshake-only',
  title: 'In the handshake only',
  severity: 'error',
  stage: 'handshake',
  why: 'The gateway reads the URL of the socket; the backend reads attributes in the message payload.',
  source: 'forum',
  explains: ['sent/', 'echo/', 'timing/', 'presence/'],
  run(subject) {
    const inUrl = subject.exact.filter((sighting) => left(sighting) && isHandshakeCarrier(sighting.carrier));
    const [first] = inUrl;
    if (!first || subject.exact.some(reachesBackend) || !deadlinePassed(subject.conversation)) return null;
    const where = first.carrier === 'url' ? 'URL' : 'sub-protocol';
    return {
      message: `${written(first)} left in the ${where} of the socket's handshake, and in no request body and no frame.`,
      fix: `Send ${rightPath(subject)} in the body of the request that creates the session.`,
      sightings: inUrl,
    };
  },
};

const isHandshakeCarrier = (carrier: string): boolean => carrier === 'url' || carrier === 'subprotocol';

export const examples: Examples = {
  fails: [
    {
      title: 'as a query parameter of the socket',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: {},
      query: 'attributes.custom.crm_customer_id=CRM-882910',
    },
  ],
  passes: [
    {
      title: 'in the URL and in the payload',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      query: 'attributes.custom.crm_customer_id=CRM-882910',
    },
  ],
};

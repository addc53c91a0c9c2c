import type { Carrier } from '../../trace/trace.ts';
import { type Check, type Examples, saidBy } from '../check.ts';
import { correctedCall, exampleValue, rightPath, wasGiven } from '../code.ts';
import { written } from '../place.ts';

const WAYS: Readonly<Record<Carrier, string>> = {
  argument: 'was given',
  url: 'went in the address of the socket',
  subprotocol: 'went in the sub-protocol of the socket',
  body: 'went in the body of a request',
  frame: 'went in a frame',
};

/** The id stands only in a field that the vendor takes as the widget's own identifier. */
export const transientOnly: Check = {
  id: 'identity/transient-only',
  title: 'In the transient identifier only',
  severity: 'error',
  stage: 'handshake',
  why: 'Only attributes are persisted with the conversation; the identifier is for the widget.',
  source: 'forum',
  explains: ['presence/', 'sent/', 'echo/', 'place/'],
  run(subject) {
    const { identity, exact, misplaced, near, dialect } = subject;
    const [first] = identity;
    if (!first || [...exact, ...misplaced, ...near].length > 0) return null;
    const seen =
      first.stage === 'call' ? wasGiven(subject, first) : `${written(first)} ${WAYS[first.carrier]}`;
    return {
      message: `${seen}, and nowhere else. The field ${first.key} ${dialect.identityFate}.`,
      fix: `Give the value as ${rightPath(subject)} as well${dialect.deadline === 'token' ? ', before the session token is issued' : ''}.`,
      ...saidBy(dialect.identityRule),
      code: correctedCall(subject, exampleValue(subject, first.value), identity),
      sightings: identity,
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'customerId in the options',
      options: { customerId: 'CRM-882910', name: 'John Doe' },
      posted: {},
    },
    { title: 'customer_id in the request', options: { customer_id: 'CRM-882910' } },
    {
      title: 'the name of the visitor',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=CRM-882910',
        },
        {
          in: {
            eventId: 'e-1',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1' } },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'customerId beside the attribute',
      options: { customerId: 'CRM-882910', attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
  ],
};

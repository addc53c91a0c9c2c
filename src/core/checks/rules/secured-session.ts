import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { deadlinePassed, ownSightings } from '../subject.ts';

/** In no attribute, in a session whose visitor is named by a token. */
export const securedSession: Check = {
  id: 'identity/secured-session',
  title: 'Left to a secured session',
  severity: 'error',
  stage: 'handshake',
  why: 'In a secured session the token names the visitor, and an id that the page gives is refused; either way it becomes no attribute.',
  source: 'vendor',
  explains: ['identity/', 'presence/', 'echo/'],
  run(subject) {
    const { row, conversation, key } = subject;
    if (!row?.required || !conversation.moments.has('secured') || !deadlinePassed(conversation)) return null;
    if (ownSightings(subject).length > 0) return null;
    return {
      message: `The socket was opened with a transaction token and without a customer id, and ${key} was given nowhere.`,
      fix: `Give ${rightPath(subject)} beside the secured session.`,
      code: correctedCall(subject, exampleValue(subject)),
      sightings: subject.identity,
    };
  },
};

const START = {
  in: { eventId: 'e-2', eventType: 'CaseCreated', data: { case: { threadIdOnExternalPlatform: 't-1' } } },
} as const;
const GATEWAY = 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1';

export const examples: Examples = {
  fails: [
    {
      title: 'the token knows the customer, and no field does',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: `${GATEWAY}&transactionToken=tt-1` },
        {
          in: {
            eventId: 'e-1',
            postback: {
              eventType: 'ConsumerAuthorized',
              data: { consumerIdentity: { idOnExternalPlatform: 'CRM-882910' } },
            },
          },
        },
        START,
      ],
    },
  ],
  passes: [
    {
      title: 'a session that is not secured',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [{ socket: `${GATEWAY}&customerId=CRM-882910` }, START],
    },
  ],
};

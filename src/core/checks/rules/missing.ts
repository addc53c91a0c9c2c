import type { Check, Examples } from '../check.ts';
import { calleeOf, correctedCall, exampleValue, rightPath } from '../code.ts';
import { allSightings, deadlinePassed } from '../subject.ts';

/** A required attribute that was given nowhere. */
export const missing: Check = {
  id: 'presence/missing',
  title: 'Missing',
  severity: 'error',
  stage: 'call',
  why: 'The mapping requires it, so whatever looks it up downstream finds nothing.',
  source: 'mapping',
  explains: [],
  run(subject) {
    const absent = allSightings(subject).length === 0;
    if (!subject.row?.required || !absent || !deadlinePassed(subject.conversation)) return null;
    return {
      message: `${subject.key} was neither given to ${calleeOf(subject)} nor seen in anything that left the page.`,
      fix: `Give it as ${rightPath(subject)} when the chat starts.`,
      code: correctedCall(subject, exampleValue(subject)),
      sightings: [],
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'no attribute was given', options: { name: 'John Doe' } },
    {
      title: 'the name that the SDK has made up for the visitor is no attribute',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          socket:
            'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=5ec87e05-357a-494e-b13d-27d4373e9a71',
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
  passes: [{ title: 'given', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

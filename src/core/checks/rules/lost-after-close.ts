import type { Check, Examples } from '../check.ts';
import { ownSightings } from '../subject.ts';

/** The conversation before this one had it; the SDK forgot it when that one was closed. */
export const lostAfterClose: Check = {
  id: 'timing/lost-after-close',
  title: 'Forgotten when the last conversation was closed',
  severity: 'error',
  stage: 'call',
  why: 'When the backend closes a conversation, the SDK clears what was set for it; the next one starts without.',
  source: 'vendor',
  explains: ['presence/', 'echo/', 'identity/'],
  run(subject) {
    const { conversation, key, namespace, row } = subject;
    const before = conversation.previous?.sightings.find(
      (sighting) => sighting.role === 'attribute' && sighting.key === key && sighting.namespace === namespace,
    );
    if (!row || !before || !conversation.moments.has('create') || ownSightings(subject).length > 0)
      return null;
    return {
      message: `${key} went with the conversation before, and with nothing of this one.`,
      fix: `Set ${key} again whenever the backend closes a conversation.`,
      sightings: [before],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'the next contact after a closed one',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=CRM-882910',
        },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-1',
            payload: {
              eventType: 'SendMessage',
              data: {
                thread: { idOnExternalPlatform: 't-1' },
                consumerContact: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
              },
            },
          },
        },
        {
          in: {
            eventId: 'e-2',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1' } },
          },
        },
        {
          in: {
            eventId: 'e-3',
            eventType: 'CaseStatusChanged',
            data: { case: { threadIdOnExternalPlatform: 't-1', status: 'closed' } },
          },
        },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-4',
            payload: {
              eventType: 'SendMessage',
              consumerIdentity: { idOnExternalPlatform: 'CRM-882910' },
              data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields: [] } },
            },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'the first conversation',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
  ],
};

import type { Check, Examples } from '../check.ts';
import { written } from '../code.ts';
import { reachesBackend } from '../subject.ts';

/** Sent as an update of a conversation that the backend had closed. */
export const intoClosed: Check = {
  id: 'timing/into-closed',
  title: 'Sent to a closed conversation',
  severity: 'error',
  stage: 'sent',
  why: 'The update is for the conversation that was closed; the one that the next message opens starts without it.',
  source: 'observed',
  explains: ['echo/'],
  run(subject) {
    const closed = subject.conversation.moments.get('closed');
    const sent = subject.exact.filter(reachesBackend);
    const [first] = sent;
    if (!closed || !first || sent.some(({ event }) => event.time < closed.time)) return null;
    return {
      message: `${written(first)} left after the backend had closed the conversation.`,
      fix: 'Set it again once the next conversation has begun.',
      sightings: sent,
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'a field set after a reload onto a closed contact',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          in: {
            eventId: 'e-1',
            postback: {
              eventType: 'LivechatRecovered',
              data: { contact: { threadIdOnExternalPlatform: 't-1', status: 'closed', customFields: [] } },
            },
          },
        },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-2',
            payload: {
              eventType: 'SetConsumerContactCustomFields',
              data: {
                customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }],
                thread: { idOnExternalPlatform: 't-1' },
              },
            },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'an open conversation',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
  ],
};

import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { firstLeft, inStartEvent, isShown } from '../subject.ts';

/** Sent in the right place and in time, and not in the start event. */
export const notInStart: Check = {
  id: 'echo/not-in-start',
  title: 'Not in the start event',
  severity: 'error',
  stage: 'echoed',
  why: 'The event shows what the backend took over: the key is probably not mapped in the tenant.',
  source: 'forum',
  explains: ['mapping/not-defined'],
  run(subject) {
    const { conversation, dialect, namespace, key } = subject;
    const sent = firstLeft(subject);
    const start = conversation.moments.get('start');
    if (!sent || !start || !isShown(subject, 'echoed') || inStartEvent(subject)) return null;
    // What left after the start could not be in it; where that is too late, another check says so.
    if (sent.event.time > start.time) return null;
    return {
      message: `${written(sent)} left in the right place and in time, but ${dialect.startEvent} came without it.`,
      fix: `Check in the tenant's admin settings that ${subject.row?.target ?? dialect.target(namespace, key)} is mapped, and for this channel.`,
      sightings: [sent],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'sent, and not in conversation:start',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: { custom: {} },
    },
  ],
  passes: [
    {
      title: 'in conversation:start',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
    {
      title: 'a start event without any attributes proves nothing',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: null,
    },
    {
      title: 'a field of the customer, of whom CaseCreated shows none',
      dialect: 'cxone-digital',
      namespace: 'customer',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-1',
            payload: {
              eventType: 'SendMessage',
              data: {
                thread: { idOnExternalPlatform: 't-1' },
                consumer: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
              },
            },
          },
        },
        {
          in: {
            eventId: 'e-2',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1', customFields: [] } },
          },
        },
      ],
    },
    {
      title: 'a field that was set once the contact was there',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          in: {
            eventId: 'e-1',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1', customFields: [] } },
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
};

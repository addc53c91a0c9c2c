import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { at, left, ownSightings } from '../subject.ts';

/** Given between the first message and the moment at which the backend knew the conversation. */
export const whileStarting: Check = {
  id: 'timing/while-starting',
  title: 'Set while the conversation was being created',
  severity: 'error',
  stage: 'sent',
  why: 'SDKs keep such a value for later and then never send it: too late for the first message, too early for an update.',
  source: 'observed',
  explains: ['sent/', 'echo/', 'presence/'],
  run(subject) {
    const given = subject.exact.find(at('call'));
    const created = subject.conversation.moments.get('create');
    const start = subject.conversation.moments.get('start');
    if (!given || !created || !start || ownSightings(subject).some(left)) return null;
    if (given.event.time <= created.time || given.event.time >= start.time) return null;
    return {
      message: `${written(given)} was given ${Math.round(given.event.time - created.time)} ms after the first message left and before ${subject.dialect.startEvent}; no frame carried it.`,
      fix: `Give it before the first message, or after ${subject.dialect.startEvent}.`,
      sightings: [given],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'a field set between the first message and CaseCreated',
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
            payload: { eventType: 'SendMessage', data: { thread: { idOnExternalPlatform: 't-1' } } },
          },
        },
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        {
          in: {
            eventId: 'e-2',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1' } },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'a field set before the first message',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
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
      ],
    },
  ],
};

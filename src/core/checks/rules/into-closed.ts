import type { Conversation, Sighting } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { left, ownSightings, reachesBackend, type Subject } from '../subject.ts';

/** Sent as an update of a conversation that the backend had closed. */
export const intoClosed: Check = {
  id: 'timing/into-closed',
  title: 'Sent to a closed conversation',
  severity: 'error',
  stage: 'sent',
  why: 'The update is for the conversation that was closed; the one that the next message opens starts without it.',
  source: 'observed',
  explains: ['echo/', 'timing/lost-after-close', 'presence/', 'identity/', 'sent/'],
  run(subject) {
    const sent = subject.exact.filter(reachesBackend);
    const late = sentAfterClose(subject.conversation, sent) ?? sentToPrevious(subject);
    const [first] = late ?? [];
    if (!late || !first) return null;
    return {
      message: `${written(first)} left after the backend had closed the conversation.`,
      fix: 'Set it again once the next conversation has begun.',
      sightings: late,
    };
  },
};

/** What was sent, if all of it was sent to the conversation when that was closed. */
function sentAfterClose({ moments }: Conversation, sent: readonly Sighting[]): readonly Sighting[] | null {
  const closed = moments.get('closed');
  const late = closed && sent.length > 0 && sent.every(({ event }) => event.time > closed.time);
  return late ? sent : null;
}

/** What was meant for this conversation, and went to the one before it. */
function sentToPrevious(subject: Subject): readonly Sighting[] | null {
  const { conversation, key, namespace } = subject;
  const { previous } = conversation;
  const closed = previous?.moments.get('closed');
  if (!previous || !closed || ownSightings(subject).some(left)) return null;
  return previous.sightings.filter(
    (sighting) =>
      sighting.role === 'attribute' &&
      sighting.key === key &&
      sighting.namespace === namespace &&
      reachesBackend(sighting) &&
      sighting.event.time > closed.time,
  );
}

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
    {
      title: 'and the message that opens the next contact goes without',
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
        { call: 'cxone', args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'] },
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
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-3',
            payload: {
              eventType: 'SendMessage',
              data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields: [] } },
            },
          },
        },
        {
          in: {
            eventId: 'e-4',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1', customFields: [] } },
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

import type { Refusal } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { reachesBackend } from '../subject.ts';

const sentenceOf = ({ code, message }: Refusal): string =>
  `${message.replace(/\.$/, '')}${code === null ? '' : ` (${code})`}.`;

/** What carried the attribute was refused, and nothing else carried it. */
export const refused: Check = {
  id: 'error/refused',
  title: 'Refused by the backend',
  severity: 'error',
  stage: 'sent',
  why: 'What a refused message carried is not stored, and few SDKs send it again.',
  source: 'vendor',
  explains: ['echo/', 'timing/', 'presence/', 'size/'],
  run(subject) {
    const sent = subject.exact.filter(
      (sighting) => reachesBackend(sighting) || (sighting.repair && sighting.stage === 'sent'),
    );
    const { refusals } = subject.conversation;
    const [first] = sent;
    const refusal = first && refusals.get(first.event);
    if (!refusal || subject.partial || sent.some(({ event }) => !refusals.has(event))) return null;
    return {
      message: `${written(first)} left, and was refused: ${sentenceOf(refusal)}`,
      fix: 'Mend what the error names, then send the attribute with the next message.',
      sightings: sent,
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'an error with the number of the message',
      dialect: 'cxone-digital',
      namespace: 'contact',
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
                consumerContact: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
              },
            },
          },
        },
        {
          in: {
            eventId: 'e-1',
            error: { errorCode: 'SendingMessageFailed', errorMessage: 'Sending message failed' },
          },
        },
      ],
    },
    {
      title: 'too large for one message',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          out: {
            token: 't',
            action: 'onMessage',
            message: { channel: { metadata: { customAttributes: { crm_customer_id: 'CRM-882910' } } } },
          },
        },
        {
          in: {
            type: 'response',
            class: 'string',
            code: 4013,
            body: 'Custom Attributes are larger than 2048 bytes',
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'an error of another message',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        { in: { eventId: 'e-9', error: { errorCode: 'SendingTranscriptFailed' } } },
      ],
    },
  ],
};

import { markOf } from '../../capture/walk.ts';
import type { Sighting } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { calleeOf, rightPath, wasGiven } from '../code.ts';
import { at, cameBack, left, ownSightings, type Subject, shouldHaveLeft } from '../subject.ts';

/** Given to the SDK in the right place, and then in nothing that left the page. */
export const neverSent: Check = {
  id: 'sent/never-sent',
  title: 'Given to the SDK but never sent',
  severity: 'error',
  stage: 'handshake',
  why: 'Options that an SDK or a wrapper does not know are dropped without an error.',
  source: 'observed',
  explains: ['echo/', 'timing/', 'presence/'],
  run(subject) {
    const given = subject.exact.find(at('call'));
    if (!given || !shouldHaveLeft(subject, given) || ownSightings(subject).some(left)) return null;
    // JSON leaves it out, whoever writes it: the value is the matter.
    if (markOf(given.value)?.$mark === 'undefined') return null;
    // The backend has it from an earlier visit, so there was nothing to send.
    if (subject.exact.some(cameBack)) return null;
    if (subject.dialect.waitsForMessage && !messageAfter(subject, given)) {
      return {
        message: `${wasGiven(subject, given)} after the last message, and the conversation ended without another.`,
        why: 'What is given waits for the visitor’s next message.',
        source: 'vendor',
        fix: 'Give it before the first message, or as soon as it is known.',
        sightings: [given],
      };
    }
    return {
      message: `${wasGiven(subject, given)}, but no request and no frame carried it.`,
      fix: `Make the code between ${calleeOf(subject)} and the network pass ${rightPath(subject)} on unchanged; look for a wrapper that copies only the options it knows.${subject.dialect.readiness === undefined ? '' : ` ${subject.dialect.readiness}`}`,
      ...(subject.dialect.leavesIn && { stage: subject.dialect.leavesIn }),
      sightings: [given],
    };
  },
};

const messageAfter = ({ conversation }: Subject, { event }: Sighting): boolean =>
  (conversation.latest.get('create')?.time ?? 0) > event.time;

export const examples: Examples = {
  fails: [
    {
      title: 'the wrapper drops unknown options',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: { name: 'John Doe' },
    },
    {
      title: 'the id names the visitor, and its field is dropped',
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
              consumerIdentity: { idOnExternalPlatform: 'CRM-882910' },
              data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields: [] } },
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
    {
      title: 'given after the last message, and the conversation was ended',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } },
        {
          call: 'Genesys',
          args: [
            'command',
            'Database.set',
            { messaging: { customAttributes: { crm_customer_id: 'CRM-882910' } } },
          ],
        },
        { in: { type: 'message', class: 'ConnectionClosedEvent', code: 200, body: {} } },
      ],
    },
  ],
  passes: [
    { title: 'sent as given', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } },
    {
      title: 'given after the last message, and the next one may come',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        { out: { token: 't', action: 'onMessage', tracingId: 't-1', message: { text: 'Hello' } } },
        {
          in: {
            type: 'message',
            class: 'StructuredMessage',
            code: 200,
            body: { text: 'Hello', direction: 'Inbound' },
            tracingId: 't-1',
          },
        },
        {
          call: 'Genesys',
          args: [
            'command',
            'Database.set',
            { messaging: { customAttributes: { crm_customer_id: 'CRM-882910' } } },
          ],
        },
      ],
    },
    {
      title: 'the contact of an earlier visit has it',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          in: {
            eventId: 'e-1',
            postback: {
              eventType: 'LivechatRecovered',
              data: {
                contact: {
                  threadIdOnExternalPlatform: 't-1',
                  status: 'open',
                  customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }],
                },
              },
            },
          },
        },
      ],
    },
  ],
};

import type { Check, Examples } from '../check.ts';
import { rightPath } from '../code.ts';
import { written } from '../place.ts';
import { removalOf, writtenRemoval } from '../removals.ts';
import { at, left, ownSightings, shouldHaveLeft } from '../subject.ts';

/** Given, and taken back by the page itself before it had left. */
export const takenBack: Check = {
  id: 'sent/taken-back',
  title: 'Taken back before it was sent',
  severity: 'error',
  stage: 'call',
  why: 'The SDK forgets what it has not sent yet; a reset of the session forgets everything.',
  source: 'vendor',
  explains: ['sent/', 'echo/', 'timing/', 'presence/', 'value/'],
  run(subject) {
    const given = subject.exact.findLast(at('call'));
    const removal = removalOf(subject);
    if (!given || !removal || removal.event.time <= given.event.time) return null;
    if (!shouldHaveLeft(subject, given) || ownSightings(subject).some(left)) return null;
    return {
      message: `${written(given)} was given, and ${writtenRemoval(removal)} took it back before anything carried it.`,
      fix: `Give ${rightPath(subject)} after that call, or leave the call out.`,
      sightings: [given],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'out of the database before the first message',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          call: 'Genesys',
          args: [
            'command',
            'Database.set',
            { messaging: { customAttributes: { crm_customer_id: 'CRM-882910' } } },
          ],
        },
        {
          call: 'Genesys',
          args: [
            'command',
            'Database.remove',
            { messaging: { customAttributes: { crm_customer_id: null } } },
          ],
        },
        { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } },
      ],
    },
    {
      title: 'by a reset of the session',
      dialect: 'cxone-web-messaging',
      namespace: 'custom',
      events: [
        { call: 'cxoneChat', method: 'setCustomField', args: ['crm_customer_id', 'CRM-882910'] },
        { call: 'cxoneChat', method: 'resetSession', args: [] },
        { call: 'cxoneChat', method: 'startChat', args: [{ name: 'John Doe' }] },
        { socket: 'wss://chat.example/api/v2/conversations/webchat/c-1/stream' },
        { in: { type: 'conversation:start', conversation: { id: 'c-1' } } },
      ],
    },
  ],
  passes: [
    {
      title: 'something else was taken back',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          call: 'Genesys',
          args: [
            'command',
            'Database.set',
            { messaging: { customAttributes: { crm_customer_id: 'CRM-882910' } } },
          ],
        },
        {
          call: 'Genesys',
          args: ['command', 'Database.remove', { name: 'messaging.customAttributes.order_note' }],
        },
        { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } },
      ],
    },
  ],
};

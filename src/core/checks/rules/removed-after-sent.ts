import type { Check, Examples } from '../check.ts';
import { rightPath } from '../code.ts';
import { written } from '../place.ts';
import { removalOf, writtenRemoval } from '../removals.ts';
import { at, reachesBackend } from '../subject.ts';

/** Taken back after it had left. */
export const removedAfterSent: Check = {
  id: 'timing/removed-after-sent',
  title: 'Taken back after it was sent',
  severity: 'warning',
  stage: 'sent',
  why: 'Taking it back is local to the SDK: what was sent before stays with the conversation.',
  source: 'vendor',
  explains: [],
  run(subject) {
    const removal = removalOf(subject);
    const since = removal?.event.time ?? 0;
    const sent = subject.exact.find((sighting) => reachesBackend(sighting) && sighting.event.time < since);
    const again = subject.exact.some(
      (sighting) => (at('call')(sighting) || reachesBackend(sighting)) && sighting.event.time > since,
    );
    if (!removal || !sent || again) return null;
    return {
      message: `${written(sent)} had left when ${writtenRemoval(removal)} was called.`,
      fix: `To be rid of it, send another value as ${rightPath(subject)} with the next message, which the reader knows to mean none.`,
      sightings: [sent],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'out of the database, after the message that carried it',
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
          call: 'Genesys',
          args: ['command', 'Database.remove', { name: 'messaging.customAttributes.crm_customer_id' }],
        },
      ],
    },
    {
      title: 'by a wrapper',
      dialect: 'cxone-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://chat.example/api/v2/conversations/webchat/c-1/stream' },
        {
          out: {
            type: 'conversation:attributes',
            attributes: { custom: { crm_customer_id: 'CRM-882910' } },
          },
        },
        { call: 'cxoneChat', method: 'removeCustomField', args: ['crm_customer_id'] },
      ],
    },
  ],
  passes: [
    {
      title: 'taken back, and given again',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          out: {
            token: 't',
            action: 'onMessage',
            message: { channel: { metadata: { customAttributes: { crm_customer_id: 'CRM-000001' } } } },
          },
        },
        { call: 'Genesys', args: ['command', 'Database.remove', { name: 'messaging.customAttributes' }] },
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
  ],
};

import type { Check, Examples } from '../check.ts';
import { bytesOf } from '../lengths.ts';
import { reachesBackend } from '../subject.ts';

/** All attributes of one message together are larger than the vendor allows. */
export const tooLarge: Check = {
  id: 'size/too-large',
  title: 'Larger than the vendor allows',
  severity: 'error',
  stage: 'sent',
  why: 'The whole message is refused, and some SDKs then forget every attribute.',
  source: 'vendor',
  explains: ['echo/'],
  run(subject) {
    const limit = subject.dialect.limits?.maxBytes;
    if (limit === undefined) return null;
    for (const sighting of subject.exact.filter(reachesBackend)) {
      const together = subject.conversation.sightings.filter(
        ({ event, role }) => event === sighting.event && role === 'attribute',
      );
      const size = together.reduce((sum, { key, value }) => sum + bytesOf(key) + bytesOf(value), 0);
      if (size <= limit) continue;
      return {
        message: `The ${together.length} attributes of this message have ${size} bytes of UTF-8; the vendor allows ${limit}.`,
        fix: 'Send fewer or shorter attributes: ids, not records.',
        sightings: [sighting],
      };
    }
    return null;
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'more than 2,048 bytes of UTF-8',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          out: {
            token: 't',
            action: 'onMessage',
            message: { channel: { metadata: { customAttributes: { crm_customer_id: 'é'.repeat(1100) } } } },
          },
        },
      ],
      row: { pattern: undefined },
    },
  ],
  passes: [
    {
      title: 'below the limit',
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
      ],
    },
  ],
};

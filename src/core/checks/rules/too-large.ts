import type { CapturedEvent } from '../../capture/event.ts';
import type { Conversation } from '../../trace/trace.ts';
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
    const messages = messagesOf(subject.conversation);
    for (const sighting of subject.exact.filter(reachesBackend)) {
      const { count, bytes } = messages.get(sighting.event) ?? NO_MESSAGE;
      if (bytes <= limit) continue;
      return {
        message: `The ${count} attributes of this message have ${bytes} bytes of UTF-8; the vendor allows ${limit}.`,
        fix: 'Send fewer or shorter attributes: ids, not records.',
        sightings: [sighting],
      };
    }
    return null;
  },
};

/** The attributes that are in one event, and the bytes that their keys and values have together. */
interface Message {
  readonly count: number;
  readonly bytes: number;
}

const NO_MESSAGE: Message = { count: 0, bytes: 0 };

/** Of a conversation as it was, for all of its attributes. */
const known = new WeakMap<Conversation, ReadonlyMap<CapturedEvent, Message>>();

function messagesOf(conversation: Conversation): ReadonlyMap<CapturedEvent, Message> {
  const messages = known.get(conversation) ?? countMessages(conversation);
  known.set(conversation, messages);
  return messages;
}

function countMessages({ sightings }: Conversation): ReadonlyMap<CapturedEvent, Message> {
  const messages = new Map<CapturedEvent, Message>();
  for (const { event, role, key, value } of sightings) {
    if (role !== 'attribute') continue;
    const { count, bytes } = messages.get(event) ?? NO_MESSAGE;
    messages.set(event, { count: count + 1, bytes: bytes + bytesOf(key) + bytesOf(value) });
  }
  return messages;
}

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

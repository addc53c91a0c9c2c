import type { Check, Examples } from '../check.ts';
import { lengthOf } from '../lengths.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

const LONG = 'CRM '.repeat(257);

/** Longer than the vendor allows, whatever the mapping says. */
export const tooLong: Check = {
  id: 'size/value-too-long',
  title: 'Longer than the vendor allows',
  severity: 'error',
  stage: 'sent',
  why: 'Newer SDKs throw, older ones send it and the backend decides.',
  source: 'vendor',
  explains: ['value/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    const limit = subject.dialect.limits?.maxLength;
    const count = judged && lengthOf(judged.value);
    if (!judged || limit === undefined || count === undefined || count === null || count <= limit)
      return null;
    return {
      message: `${written(judged)} has ${count} characters; the vendor allows ${limit}.`,
      fix: `Send at most ${limit} characters.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: '1,028 characters',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', LONG] },
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e',
            payload: {
              eventType: 'SendMessage',
              data: { consumerContact: { customFields: [{ ident: 'crm_customer_id', value: LONG }] } },
            },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'any length where no limit is known',
      options: { attributes: { custom: { crm_customer_id: LONG } } },
      row: { pattern: undefined },
    },
  ],
};

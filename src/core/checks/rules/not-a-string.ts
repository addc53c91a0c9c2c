import { markOf } from '../../capture/walk.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** A value that the vendor's protocol has no room for, whatever the mapping says. */
export const notAString: Check = {
  id: 'value/not-a-string',
  title: 'Not a string',
  severity: 'error',
  stage: 'call',
  why: 'The protocol takes strings only: other values are dropped, or refused with a misleading error.',
  source: 'vendor',
  explains: ['value/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    if (!judged || !subject.dialect.limits?.stringsOnly) return null;
    const { value } = judged;
    if (value === null || typeof value === 'string' || markOf(value)?.$mark === 'string') return null;
    const plain = typeof value === 'number' || typeof value === 'boolean';
    return {
      message: `${written(judged)} is not a string.`,
      fix: plain ? `Give it as text: ${JSON.stringify(String(value))}.` : 'Give it as text.',
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'a number',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        {
          out: {
            token: 't',
            action: 'onMessage',
            message: { channel: { metadata: { customAttributes: { crm_customer_id: 882910 } } } },
          },
        },
      ],
      row: { type: undefined },
    },
  ],
  passes: [
    {
      title: 'a number where the protocol takes any value',
      options: { attributes: { custom: { crm_customer_id: 882910 } } },
      row: { type: 'number', pattern: undefined },
    },
  ],
};

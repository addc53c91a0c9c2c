import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { written } from '../place.ts';
import { firstLeft, inStartEvent } from '../subject.ts';

/** First sent after the session token was issued. */
export const afterToken: Check = {
  id: 'timing/after-token',
  title: 'Sent after the session token',
  severity: 'error',
  stage: 'sent',
  why: 'The payload must be right before the session token is issued: what comes later is not taken over.',
  source: 'forum',
  explains: ['echo/', 'timing/after-start'],
  run(subject) {
    if (subject.dialect.deadline !== 'token') return null;
    const token = subject.conversation.moments.get('token');
    const first = firstLeft(subject);
    // What the start event shows arrived, whatever the rule says.
    if (!token || !first || first.event.time <= token.time || inStartEvent(subject)) return null;
    const after = Math.round(first.event.time - token.time);
    return {
      message: `${written(first)} first left ${after} ms after the session token was issued.`,
      fix: `Give ${rightPath(subject)} when the chat starts, so that it is in the request that creates the session.`,
      code: correctedCall(subject, exampleValue(subject, first.value)),
      sightings: [first],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'in a frame after the token',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: {},
      late: { custom: { crm_customer_id: 'CRM-882910' } },
    },
  ],
  passes: [
    {
      title: 'before the token and again after it',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      late: { custom: { crm_customer_id: 'CRM-882910' } },
    },
  ],
};

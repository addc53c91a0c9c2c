import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { written } from '../place.ts';
import { firstLeft } from '../subject.ts';

/** First sent after the backend announced the start, where no token was seen. */
export const afterStart: Check = {
  id: 'timing/after-start',
  title: 'Sent after the conversation started',
  severity: 'error',
  stage: 'sent',
  why: 'The conversation was started, and routed, without it.',
  source: 'forum',
  explains: ['echo/'],
  run(subject) {
    if (subject.dialect.deadline === null) return null;
    const start = subject.conversation.moments.get('start');
    const first = firstLeft(subject);
    if (!start || !first || first.event.time <= start.time) return null;
    const after = Math.round(first.event.time - start.time);
    return {
      message: `${written(first)} first left ${after} ms after ${subject.dialect.startEvent}.`,
      fix: `Give ${rightPath(subject)} when the chat starts.`,
      code: correctedCall(subject, exampleValue(subject, first.value)),
      sightings: [first],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'in a frame after the start, and no token was seen',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: {},
      token: false,
      afterStart: { custom: { crm_customer_id: 'CRM-882910' } },
    },
  ],
  passes: [{ title: 'before', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

import type { Check, Examples } from '../check.ts';
import { written } from '../code.ts';
import { firstLeft, inStartEvent } from '../subject.ts';

/** Sent in the right place and in time, and not in the start event. */
export const notInStart: Check = {
  id: 'echo/not-in-start',
  title: 'Not in the start event',
  severity: 'error',
  stage: 'echoed',
  why: 'The event shows what the backend took over: the key is probably not mapped in the tenant.',
  source: 'forum',
  explains: [],
  run(subject) {
    const { conversation, dialect, namespace, key } = subject;
    const sent = firstLeft(subject);
    const shown = conversation.moments.has('start') && conversation.containers.has('echoed');
    if (!sent || !shown || inStartEvent(subject)) return null;
    return {
      message: `${written(sent)} left in the right place and in time, but ${dialect.startEvent} came without it.`,
      fix: `Check in the tenant's admin settings that ${subject.row?.target ?? dialect.target(namespace, key)} is mapped, and for this channel.`,
      sightings: [sent],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'sent, and not in conversation:start',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: { custom: {} },
    },
  ],
  passes: [
    {
      title: 'in conversation:start',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
    {
      title: 'a start event without any attributes proves nothing',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: null,
    },
  ],
};

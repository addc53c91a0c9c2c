import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { written } from '../place.ts';
import { firstLeft, inStartEvent } from '../subject.ts';

/** Brought in by a separate request after the start: a race with whatever reads the conversation. */
export const repairedLate: Check = {
  id: 'timing/repaired-late',
  title: 'Repaired late',
  severity: 'error',
  stage: 'sent',
  why: 'That is a race: a flow that begins with the conversation looks the attribute up before the repair is applied.',
  source: 'forum',
  explains: ['presence/', 'sent/', 'echo/', 'identity/', 'timing/'],
  run(subject) {
    const repair = subject.exact.find((sighting) => sighting.repair && sighting.stage === 'sent');
    if (!repair || firstLeft(subject) || inStartEvent(subject)) return null;
    // It did not even come late.
    if (subject.conversation.refusals.has(repair.event)) return null;
    const start = subject.conversation.moments.get('start');
    const when = start
      ? `${Math.round(repair.event.time - start.time)} ms after ${subject.dialect.startEvent}`
      : 'after the session was created';
    return {
      message: `${written(repair)} came in a separate request, ${when}.`,
      fix: `Give ${rightPath(subject)} when the chat starts; keep the repair for values that are not known by then.`,
      code: correctedCall(subject, exampleValue(subject, repair.value)),
      sightings: [repair],
    };
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'a PUT after the start',
      options: { name: 'John Doe' },
      repaired: { metadata: { crm_customer_id: 'CRM-882910' } },
    },
  ],
  passes: [
    {
      title: 'a PUT that repeats what was there from the start',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      repaired: { metadata: { crm_customer_id: 'CRM-882910' } },
    },
  ],
};

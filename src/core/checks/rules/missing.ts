import type { Check, Examples } from '../check.ts';
import { calleeOf, correctedCall, exampleValue, rightPath } from '../code.ts';
import { allSightings, deadlinePassed } from '../subject.ts';

/** A required attribute that was given nowhere. */
export const missing: Check = {
  id: 'presence/missing',
  title: 'Missing',
  severity: 'error',
  stage: 'call',
  why: 'The mapping requires it, so whatever looks it up downstream finds nothing.',
  source: 'mapping',
  explains: [],
  run(subject) {
    const absent = allSightings(subject).length === 0;
    if (!subject.row?.required || !absent || !deadlinePassed(subject.conversation)) return null;
    return {
      message: `${subject.key} was neither given to ${calleeOf(subject)} nor seen in anything that left the page.`,
      fix: `Give it as ${rightPath(subject)} when the chat starts.`,
      code: correctedCall(subject, exampleValue(subject)),
      sightings: [],
    };
  },
};

export const examples: Examples = {
  fails: [{ title: 'no attribute was given', options: { name: 'John Doe' } }],
  passes: [{ title: 'given', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

import type { Check, Examples } from '../check.ts';
import { calleeOf } from '../code.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:undefined|null|NaN|none|nil)$/i, 'the text of a value that was not there'],
  [/^\[object \w+\]$/, 'the text of an object that was put where a string belongs'],
  [/\{\{.*\}\}/, 'a template that nobody filled in'],
  [/\$\{.*\}/, 'a template that nobody filled in'],
  [/^%[\w.]+%$/, 'a template that nobody filled in'],
  [/^<[\w .-]+>$/, 'a hint of what belongs there'],
  [/^(?:todo|fixme|xxx{0,7}|changeme|your[-_ ]\w+([-_ ]\w+)*)$/i, 'a hint of what belongs there'],
];

/** The name of a value instead of the value. */
export const placeholder: Check = {
  id: 'value/placeholder',
  title: 'Placeholder',
  severity: 'error',
  stage: 'call',
  why: 'It is stored like any other value, and every look-up by it fails.',
  source: 'format',
  explains: ['value/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    if (!judged || typeof judged.value !== 'string') return null;
    const text = judged.value.trim();
    // A list that the mapping allows is right, whatever its values look like.
    if (subject.row?.enum?.includes(judged.value)) return null;
    const kind = PLACEHOLDERS.find(([pattern]) => pattern.test(text))?.[1];
    if (kind === undefined) return null;
    return {
      message: `${written(judged)}: the value is ${kind}.`,
      fix: `Fill in the real value before ${calleeOf(subject)} is called.`,
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export const examples: Examples = {
  fails: [
    { title: 'a template', options: { attributes: { custom: { crm_customer_id: '{{crmId}}' } } } },
    { title: 'undefined as text', options: { attributes: { custom: { crm_customer_id: 'undefined' } } } },
    {
      title: 'an object as text',
      options: { attributes: { custom: { crm_customer_id: '[object Object]' } } },
    },
  ],
  passes: [{ title: 'a value', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

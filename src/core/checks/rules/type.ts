import type { Snapshot } from '../../capture/snapshot.ts';
import { isRecord, itemsOf, markOf } from '../../capture/walk.ts';
import type { ValueType } from '../../mapping/mapping.ts';
import type { Check, Examples } from '../check.ts';
import { correctedCall } from '../code.ts';
import { written } from '../place.ts';
import { judgedSighting } from '../subject.ts';

/** Another type than the mapping has. */
export const type: Check = {
  id: 'value/type',
  title: 'Wrong type',
  severity: 'error',
  stage: 'call',
  why: 'Backends compare and store attributes by type: what is not of it is dropped, or turned into other text.',
  source: 'mapping',
  explains: ['value/', 'echo/'],
  run(subject) {
    const judged = judgedSighting(subject);
    const wanted = subject.row?.type;
    if (!judged || !wanted || isOfType(judged.value, wanted)) return null;
    const { value } = judged;
    const asText = wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean');
    return {
      message: `${written(judged)} is ${withArticle(typeName(value))}; the mapping wants ${withArticle(wanted)}.`,
      fix: asText ? `Give it as text: ${JSON.stringify(String(value))}.` : `Give ${withArticle(wanted)}.`,
      ...(asText && { code: correctedCall(subject, String(value)) }),
      stage: judged.stage,
      sightings: [judged],
    };
  },
};

export function isOfType(value: Snapshot, wanted: ValueType): boolean {
  if (wanted === 'string') return typeof value === 'string' || markOf(value)?.$mark === 'string';
  if (wanted === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeof value === wanted;
}

export function typeName(value: Snapshot): string {
  const mark = markOf(value);
  if (mark && mark.$mark !== 'object' && mark.$mark !== 'array') return mark.$mark;
  if (isRecord(value)) return 'object';
  if (itemsOf(value)) return 'array';
  return typeof value;
}

const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

export const examples: Examples = {
  fails: [
    { title: 'a number', options: { attributes: { custom: { crm_customer_id: 882910 } } } },
    { title: 'an object', options: { attributes: { custom: { crm_customer_id: { id: 'CRM-882910' } } } } },
  ],
  passes: [{ title: 'a string', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

import type { CallEvent } from '../capture/event.ts';
import { field, textOf } from '../capture/walk.ts';
import { type Draft, fieldsIn, type Namespace } from './cxone-digital-fields.ts';
import type { Reading } from './dialect.ts';
import { reading } from './reading.ts';

/** What the calls of the hosted widget of CXone Digital give. */

const CALL_FIELDS: ReadonlyMap<string, Namespace> = new Map([
  ['setCaseCustomField', 'contact'],
  ['setContactCustomField', 'contact'],
  ['setCustomerCustomField', 'customer'],
]);

/** `cxone('chat', 'setCaseCustomField', ident, value)` and its relatives; the older loader leaves the module out. */
export function readCall(call: CallEvent): Reading | null {
  if (call.api !== 'cxone' && call.api !== 'brandembassy') return null;
  const words = call.args.map((arg) => textOf(arg));
  const verbAt = words.findIndex(
    (word) => word !== undefined && (CALL_FIELDS.has(word) || word === 'setCustomFields'),
  );
  if (verbAt === -1) return reading({ moments: ['call'] });
  const namespace = CALL_FIELDS.get(words[verbAt] ?? '');
  if (namespace === undefined)
    return reading({ moments: ['call'], sightings: guideFields(call, verbAt + 1) });
  const key = words[verbAt + 1];
  if (key === undefined) return reading({ moments: ['call'] });
  return reading({
    moments: ['call'],
    sightings: [
      {
        key,
        value: call.args[verbAt + 2] ?? { $mark: 'undefined' },
        path: `[${verbAt + 2}]`,
        namespace,
        stage: 'call',
        carrier: 'argument',
        role: 'attribute',
      },
    ],
  });
}

/** `cxone('guide', 'setCustomFields', { contactCustomFields: [{ ident, value, hidden }] })` */
function guideFields(call: CallEvent, index: number): readonly Draft[] {
  const options = call.args[index];
  const lists: readonly (readonly [string, Namespace])[] = [
    ['contactCustomFields', 'contact'],
    ['caseCustomFields', 'contact'],
    ['customerCustomFields', 'customer'],
  ];
  return lists.flatMap(([name, namespace]) =>
    fieldsIn(field(options, name), `[${index}].${name}`, namespace, 'call').map((draft) => ({
      ...draft,
      carrier: 'argument',
    })),
  );
}

import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, isRecord, itemsOf, textOf } from '../capture/walk.ts';
import type { Sighting, Stage } from '../trace/trace.ts';
import { at } from './reading.ts';

/** Where custom fields and the customer's id ride in the frames of CXone Digital. */

export type Draft = Omit<Sighting, 'event'>;
export type Namespace = 'contact' | 'customer';
export const IDENTITY = 'customerId';

/** An array of `{ ident, value }`, with the path to each value. */
export function fieldsIn(
  list: Snapshot | undefined,
  path: string,
  namespace: Namespace,
  stage: Stage,
): readonly Draft[] {
  return (itemsOf(list) ?? []).flatMap((item, index) => {
    const key = textOf(field(item, 'ident'));
    if (key === undefined) return [];
    return [
      {
        key,
        // A missing `value` is what the SDK makes of `undefined`.
        value: field(item, 'value') ?? { $mark: 'undefined' },
        path: `${path}[${index}].value`,
        namespace,
        stage,
        carrier: 'frame' as const,
        role: 'attribute' as const,
      },
    ];
  });
}

/** The visitor's id: never an attribute that arrived. */
export const identity = (
  value: Snapshot | undefined,
  path: string,
  stage: Stage,
  carrier: Sighting['carrier'],
): readonly Draft[] =>
  textOf(value) === undefined
    ? []
    : [{ key: IDENTITY, value: value ?? '', path, namespace: null, stage, carrier, role: 'identity' }];

/** The objects of a message that hold custom fields, in the web and in the mobile spelling. */
const HOLDERS: readonly (readonly [string, Namespace])[] = [
  ['consumerContact', 'contact'],
  ['contact', 'contact'],
  ['consumer', 'customer'],
  ['customer', 'customer'],
];

/** Both scopes in the first message, one in an event of its own; web and mobile spellings. */
export function sentFields(eventType: string, data: Snapshot | undefined): readonly Draft[] {
  switch (eventType) {
    case 'SetConsumerContactCustomFields':
    case 'SetContactCustomFields':
      return fieldsIn(field(data, 'customFields'), 'payload.data.customFields', 'contact', 'sent');
    case 'SetConsumerCustomFields':
    case 'SetCustomerCustomFields':
      return fieldsIn(field(data, 'customFields'), 'payload.data.customFields', 'customer', 'sent');
  }
  const drafts: Draft[] = [];
  for (const [name, namespace] of HOLDERS) {
    const list = at(data, name, 'customFields');
    if (list !== undefined)
      drafts.push(...fieldsIn(list, `payload.data.${name}.customFields`, namespace, 'sent'));
  }
  return drafts;
}

/** The options object of a wrapper, handed to a method that takes the chat's text: it becomes the text. */
export const optionsInText = (data: Snapshot | undefined): readonly Draft[] =>
  leavesOf(at(data, 'messageContent', 'payload', 'text'), 'payload.data.messageContent.payload.text');

const leavesOf = (value: Snapshot | undefined, path: string): readonly Draft[] =>
  (entriesOf(value) ?? []).flatMap(([key, item]): readonly Draft[] => {
    const inner = joinPath(path, key);
    if (isRecord(item)) return leavesOf(item, inner);
    const role = key === IDENTITY || key === 'customer_id' ? 'identity' : 'option';
    return [
      { key, value: item, path: inner, namespace: 'message text', stage: 'sent', carrier: 'frame', role },
    ];
  });

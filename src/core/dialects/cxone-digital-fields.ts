import { joinPath } from '../capture/display.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, itemsOf, textOf } from '../capture/walk.ts';
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

/** Both scopes in the first message, one in an event of its own; web and mobile spellings. */
export function sentFields(eventType: string, data: Snapshot | undefined): readonly Draft[] {
  const list = (path: string, namespace: Namespace, ...keys: readonly string[]) =>
    fieldsIn(at(data, ...keys), `payload.data.${path}`, namespace, 'sent');
  switch (eventType) {
    case 'SetConsumerContactCustomFields':
    case 'SetContactCustomFields':
      return list('customFields', 'contact', 'customFields');
    case 'SetConsumerCustomFields':
    case 'SetCustomerCustomFields':
      return list('customFields', 'customer', 'customFields');
    default:
      return [
        ...list('consumerContact.customFields', 'contact', 'consumerContact', 'customFields'),
        ...list('contact.customFields', 'contact', 'contact', 'customFields'),
        ...list('consumer.customFields', 'customer', 'consumer', 'customFields'),
        ...list('customer.customFields', 'customer', 'customer', 'customFields'),
      ];
  }
}

/** The options object of a wrapper, handed to a method that takes the chat's text: it becomes the text. */
export function optionsInText(data: Snapshot | undefined): readonly Draft[] {
  const text = at(data, 'messageContent', 'payload', 'text');
  const base = 'payload.data.messageContent.payload.text';
  const leaves = (value: Snapshot | undefined, path: string): readonly Draft[] =>
    (entriesOf(value) ?? []).flatMap(([key, item]): readonly Draft[] => {
      const inner = joinPath(path, key);
      if (entriesOf(item)) return leaves(item, inner);
      const role = key === IDENTITY || key === 'customer_id' ? 'identity' : 'option';
      return [
        { key, value: item, path: inner, namespace: 'message text', stage: 'sent', carrier: 'frame', role },
      ];
    });
  return leaves(text, base);
}

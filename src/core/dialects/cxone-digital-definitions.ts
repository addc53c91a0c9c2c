import type { Snapshot } from '../capture/snapshot.ts';
import { field, itemsOf, textOf } from '../capture/walk.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import type { Definition } from '../trace/trace.ts';
import type { Namespace } from './cxone-digital-fields.ts';
import { at } from './reading.ts';

/**
 * The custom fields that a channel configuration of CXone Digital defines, as rows of a mapping. In an option `name` is what
 * has to be sent and `value` the label; of a tree only leaves may be sent (vendor's typings and test assets). A field that
 * is not in it may still exist: the vendor's docs promise those of the survey only.
 */
export function rowsOfConfiguration(content: Snapshot): readonly MappingRow[] {
  const survey = itemsOf(at(content, 'preContactForm', 'customFields')) ?? [];
  const rows = [
    ...rowsIn(field(content, 'caseCustomFields'), 'contact'),
    ...rowsIn(field(content, 'endUserCustomFields'), 'customer'),
    ...survey.flatMap((item) => rowOf(field(item, 'definition'), 'contact', field(item, 'isRequired'))),
  ];
  return rows.filter(
    ({ key, namespace }, index) =>
      index === rows.findIndex((row) => row.key === key && row.namespace === namespace),
  );
}

/** The custom fields that a channel configuration defines. `undefined`: the content is none. */
export function definitionsOf(content: Snapshot | undefined): readonly Definition[] | undefined {
  const lists = ['caseCustomFields', 'endUserCustomFields'] as const;
  if (!lists.some((name) => itemsOf(field(content, name)))) return undefined;
  const survey = itemsOf(at(content, 'preContactForm', 'customFields')) ?? [];
  return [
    ...definitionsIn(itemsOf(field(content, 'caseCustomFields')) ?? [], 'contact'),
    ...definitionsIn(itemsOf(field(content, 'endUserCustomFields')) ?? [], 'customer'),
    ...definitionsIn(
      survey.flatMap((item) => field(item, 'definition') ?? []),
      'contact',
    ),
  ];
}

const definitionsIn = (list: readonly Snapshot[], namespace: Namespace): readonly Definition[] =>
  list.flatMap((item) => {
    const key = textOf(field(item, 'ident'));
    const isHidden = field(item, 'postDetailVisibility') === 'hidden';
    return key === undefined
      ? []
      : [{ key, namespace, ...(isHidden && { hidden: 'postDetailVisibility: hidden' }) }];
  });

const rowsIn = (list: Snapshot | undefined, namespace: Namespace): readonly MappingRow[] =>
  (itemsOf(list) ?? []).flatMap((item) => rowOf(item, namespace, field(item, 'required')));

function rowOf(
  definition: Snapshot | undefined,
  namespace: Namespace,
  required: Snapshot | undefined,
): readonly MappingRow[] {
  const key = textOf(field(definition, 'ident'));
  if (key === undefined) return [];
  const label = textOf(field(definition, 'label'));
  const allowed = sendableIn(itemsOf(field(definition, 'values')) ?? []);
  return [
    {
      key,
      namespace,
      ...(label !== undefined && { label }),
      ...(required === true && { required }),
      type: 'string',
      // The vendor checks such a field itself (its Android guide); how strictly is not told.
      ...(field(definition, 'type') === 'email' && { pattern: '^[^@\\s]+@[^@\\s]+$' }),
      ...(allowed.length > 0 && { enum: allowed }),
      mapped: true,
    },
  ];
}

/** The ids of options that no other option has as its parent. */
function sendableIn(options: readonly Snapshot[]): readonly string[] {
  const parents = new Set(options.map((option) => field(option, 'parentId')));
  return options.flatMap((option) => textOf(field(option, 'name')) ?? []).filter((id) => !parents.has(id));
}

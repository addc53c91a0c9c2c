import { useState } from 'preact/hooks';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import { dialectById } from '../../core/dialects/dialects.ts';
import type { Mapping, MappingRow as Row } from '../../core/mapping/mapping.ts';
import { Icon } from '../components/icon.tsx';
import { Later } from '../components/later.tsx';
import { useActions, useStore } from '../store/context.ts';
import { attributeId } from '../store/identity.ts';
import { shownAttributes } from '../store/selectors.ts';
import { withoutRow, withRow } from './edit.ts';
import { MappingRow } from './mapping-row.tsx';
import { SeenRow } from './seen-row.tsx';
import { UnmappedPolicy } from './unmapped-policy.tsx';

const loadRowForm = () => import('./row-form.tsx').then((module) => module.RowForm);

/** The rows of the mapping, one of them perhaps open for change, and what was seen without a row. */
export function MappingRows({ mapping }: { readonly mapping: Mapping }) {
  const { addSeen, changeMapping } = useActions();
  const attributes = useStore(shownAttributes);
  /** The row that is open for change, and where it will stand. */
  const [open, setOpen] = useState<{ readonly index: number; readonly row: Row } | null>(null);
  const dialect = dialectById(mapping.dialect, mapping);
  const target = (row: Row): string => dialect?.target(row.namespace, row.key) ?? '';
  const namespaces = dialect?.namespaces ?? [];
  const end = mapping.attributes.length;

  const form = (index: number, row: Row) => (
    <Later
      key={`form ${index}`}
      load={loadRowForm}
      props={{
        index,
        row,
        namespaces,
        target: target(row),
        onSave: (saved) => changeMapping((now) => withRow(now ?? mapping, index, saved)),
        onClose: () => setOpen(null),
      }}
    />
  );
  const judgedOf = (row: Row): JudgedAttribute | null =>
    attributes.find((attribute) => attributeId(attribute) === attributeId(row)) ?? null;

  return (
    <>
      {mapping.declaration && (
        <p class="mapping-declared">
          Declares its dialect, {dialect?.label}. Its globals and requests are watched from a moment after a
          document began; calls made before the import need a reload.
        </p>
      )}
      {mapping.attributes.map((row, index) =>
        open?.index === index ? (
          form(index, open.row)
        ) : (
          <MappingRow
            key={attributeId(row)}
            row={row}
            judged={judgedOf(row)}
            target={target(row)}
            onEdit={() => setOpen({ index, row })}
            onRemove={() => {
              setOpen(null);
              void changeMapping((now) => withoutRow(now ?? mapping, index));
            }}
          />
        ),
      )}
      {attributes
        .filter((attribute) => attribute.row === undefined)
        .map((attribute) => (
          <SeenRow
            key={attributeId(attribute)}
            attribute={attribute}
            onAdd={() => void addSeen([attribute], mapping)}
          />
        ))}
      {open?.index === end ? (
        form(end, open.row)
      ) : (
        <footer class="mapping-foot">
          <button
            type="button"
            class="button"
            data-action="add-row"
            onClick={() => setOpen({ index: end, row: { key: '', namespace: namespaces[0] ?? '' } })}
          >
            <Icon name="plus" />
            Add row
          </button>
          <UnmappedPolicy mapping={mapping} />
        </footer>
      )}
    </>
  );
}

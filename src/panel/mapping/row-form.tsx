import './row-form.css';
import { useState } from 'preact/hooks';
import type { MappingError, MappingRow } from '../../core/mapping/mapping.ts';
import { type Draft, draftOf, rowOf } from './draft.ts';
import { Field, SelectField } from './field.tsx';
import { fieldErrors } from './field-errors.ts';

interface Props {
  /** Where the row stands in the mapping. */
  readonly index: number;
  readonly row: MappingRow;
  readonly namespaces: readonly string[];
  /** Where the backend finds the attribute unless the row says otherwise. */
  readonly target: string;
  /** Saves the row; gives back what is wrong with the mapping then. */
  readonly onSave: (row: MappingRow) => Promise<readonly MappingError[]>;
  readonly onClose: () => void;
}

const TYPES = [
  ['', 'any'],
  ['string', 'string'],
  ['number', 'number'],
  ['integer', 'integer'],
  ['boolean', 'boolean'],
] as const;

const MAPPED = [
  ['', 'not known'],
  ['yes', 'yes'],
  ['no', 'no'],
] as const;

/** A row of the mapping, open for change. What is wrong stands at the field. */
export function RowForm({ index, row, namespaces, target, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(row));
  const [errors, setErrors] = useState<ReadonlyMap<string, MappingError>>(new Map());
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const text = (name: keyof Draft & string, label: string, more: { hint?: string; mono?: boolean } = {}) => (
    <Field
      name={name}
      label={label}
      value={String(draft[name])}
      error={errors.get(name)?.message}
      onInput={(value) => set({ [name]: value })}
      {...more}
    />
  );

  return (
    <form
      class="row-form"
      aria-label={row.key === '' ? 'New row' : `Row ${row.key}`}
      onSubmit={async (event) => {
        event.preventDefault();
        const wrong = fieldErrors(await onSave(rowOf(draft, row)), index);
        setErrors(wrong);
        if (wrong.size === 0) onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      {text('key', 'Key', { mono: true })}
      <Field
        name="namespace"
        label="Namespace"
        value={draft.namespace}
        options={namespaces}
        mono
        error={errors.get('namespace')?.message}
        onInput={(namespace) => set({ namespace })}
      />
      <SelectField
        name="type"
        label="Type"
        value={draft.type}
        choices={TYPES}
        onChange={(type) => set({ type })}
      />
      <SelectField
        name="mapped"
        label="Mapped in the tenant"
        value={draft.mapped}
        choices={MAPPED}
        onChange={(mapped) => set({ mapped })}
      />
      {text('pattern', 'Pattern', { hint: '^CRM-[0-9]{6}$', mono: true })}
      {text('enum', 'One of', { hint: 'basic, gold' })}
      {text('minLength', 'Shortest')}
      {text('maxLength', 'Longest')}
      {text('aliases', 'Aliases', { hint: 'names given by mistake', mono: true })}
      {text('label', 'Label')}
      {text('target', 'Target', { hint: target, mono: true })}
      <div class="row-form-flags">
        <label>
          <input
            type="checkbox"
            name="required"
            checked={draft.required}
            onChange={(event) => set({ required: event.currentTarget.checked })}
          />
          Required
        </label>
        <label title="The value is taken out of everything that leaves the panel">
          <input
            type="checkbox"
            name="sensitive"
            checked={draft.sensitive}
            onChange={(event) => set({ sensitive: event.currentTarget.checked })}
          />
          Sensitive
        </label>
      </div>
      {errors.has('') && (
        <p class="field-error" role="alert">
          {errors.get('')?.message}
        </p>
      )}
      <div class="row-form-buttons">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="button primary">
          Save row
        </button>
      </div>
    </form>
  );
}

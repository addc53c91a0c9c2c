import type { MappingRow, ValueType } from '../../core/mapping/mapping.ts';

/** A row as it stands in the form: text fields, not yet checked. */
export interface Draft {
  readonly key: string;
  readonly namespace: string;
  readonly label: string;
  readonly required: boolean;
  readonly type: ValueType | '';
  readonly pattern: string;
  readonly enum: string;
  readonly minLength: string;
  readonly maxLength: string;
  readonly aliases: string;
  readonly mapped: 'yes' | 'no' | '';
  readonly sensitive: boolean;
  readonly target: string;
}

export function draftOf(row: MappingRow): Draft {
  return {
    key: row.key,
    namespace: row.namespace,
    label: row.label ?? '',
    required: row.required ?? false,
    type: row.type ?? '',
    pattern: row.pattern ?? '',
    enum: (row.enum ?? []).map(String).join(', '),
    minLength: row.minLength?.toString() ?? '',
    maxLength: row.maxLength?.toString() ?? '',
    aliases: (row.aliases ?? []).join(', '),
    mapped: mappedOf(row),
    sensitive: row.sensitive ?? false,
    target: row.target ?? '',
  };
}

function mappedOf({ mapped }: MappingRow): Draft['mapped'] {
  if (mapped === undefined) return '';
  return mapped ? 'yes' : 'no';
}

/** The row that a form says, on top of what the form does not show. Whether it keeps the rules is the parser's to say. */
export function rowOf(draft: Draft, base: MappingRow): MappingRow {
  const { expected, paths } = base;
  const values = list(draft.enum).map((text) => allowedValue(text, draft.type));
  const aliases = list(draft.aliases);
  return {
    key: draft.key.trim(),
    namespace: draft.namespace.trim(),
    ...(draft.label.trim() !== '' && { label: draft.label.trim() }),
    ...(draft.required && { required: true }),
    ...(draft.type !== '' && { type: draft.type }),
    ...(draft.pattern !== '' && { pattern: draft.pattern }),
    ...(values.length > 0 && { enum: values }),
    ...(draft.minLength.trim() !== '' && { minLength: Number(draft.minLength) }),
    ...(draft.maxLength.trim() !== '' && { maxLength: Number(draft.maxLength) }),
    ...(aliases.length > 0 && { aliases }),
    ...(draft.mapped !== '' && { mapped: draft.mapped === 'yes' }),
    ...(draft.sensitive && { sensitive: true }),
    ...(draft.target.trim() !== '' && { target: draft.target.trim() }),
    ...(expected !== undefined && { expected }),
    ...(paths !== undefined && { paths }),
  };
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** An allowed value in the row's own type; what is not of that type stays text, for the parser to refuse. */
function allowedValue(text: string, type: ValueType | ''): string | number | boolean {
  if ((type === 'number' || type === 'integer') && Number.isFinite(Number(text))) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

import type { Snapshot } from '../../core/capture/snapshot.ts';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import type { Mapping, MappingRow, ValueType } from '../../core/mapping/mapping.ts';

/** A mapping without rows. */
export function emptyMapping(dialect: string, name: string): Mapping {
  return { version: 1, name, dialect, unmapped: 'warn', attributes: [] };
}

/** The mapping with the row at `index` replaced; past the last row: added. */
export function withRow(mapping: Mapping, index: number, row: MappingRow): Mapping {
  const attributes = [...mapping.attributes];
  attributes[Math.min(index, attributes.length)] = row;
  return { ...mapping, attributes };
}

export function withAdded(mapping: Mapping, row: MappingRow): Mapping {
  return { ...mapping, attributes: [...mapping.attributes, row] };
}

export function withoutRow(mapping: Mapping, index: number): Mapping {
  return { ...mapping, attributes: mapping.attributes.filter((_, at) => at !== index) };
}

/** A row for an attribute that was seen: it must be there the next time, with a value of the same type. */
export function rowFromSeen(attribute: JudgedAttribute): MappingRow {
  const type = typeOf(attribute.value);
  return {
    key: attribute.key,
    namespace: attribute.namespace,
    required: true,
    ...(type !== null && { type }),
  };
}

function typeOf(value: Snapshot | undefined): ValueType | null {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isInteger(value) ? 'integer' : 'number';
    default:
      return null;
  }
}

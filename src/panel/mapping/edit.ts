import type { Mapping, MappingRow } from '../../core/mapping/mapping.ts';

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

export function withoutRow(mapping: Mapping, index: number): Mapping {
  return { ...mapping, attributes: mapping.attributes.filter((_, at) => at !== index) };
}

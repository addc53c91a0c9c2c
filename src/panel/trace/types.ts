import type { Snapshot } from '../../core/capture/snapshot.ts';
import type { MappingRow } from '../../core/mapping/mapping.ts';

/** The type of a value when it is another than the row asks for; `null` when it is that, or nothing is asked for. */
export function wrongType(value: Snapshot, row: MappingRow): string | null {
  const type = typeOf(value);
  switch (row.type) {
    case undefined:
    case type:
      return null;
    case 'integer':
      return Number.isInteger(value) ? null : type;
    default:
      return type;
  }
}

function typeOf(value: Snapshot): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

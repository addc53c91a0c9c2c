import type { Snapshot } from '../../core/capture/snapshot.ts';
import type { MappingRow } from '../../core/mapping/mapping.ts';

/** The type of a value when it is another than the row asks for; `null` when it is that, or nothing is asked for. */
export function wrongType(value: Snapshot, row: MappingRow): string | null {
  const type = typeOf(value);
  // No value is no value of another type: it has a look of its own.
  if (value === null || value === '') return null;
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
  return Array.isArray(value) ? 'array' : typeof value;
}

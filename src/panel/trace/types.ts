import type { Snapshot } from '../../core/capture/snapshot.ts';
import { isOfType, typeName } from '../../core/checks/rules/type.ts';
import type { MappingRow } from '../../core/mapping/mapping.ts';

/** The type of a value when it is another than the row asks for; `null` when it is that, or nothing is asked for. */
export function wrongType(value: Snapshot, { type }: MappingRow): string | null {
  // No value is no value of another type: it has a look of its own.
  if (type === undefined || value === null || value === '') return null;
  return isOfType(value, type) ? null : typeName(value);
}

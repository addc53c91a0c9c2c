import type { MappingError } from '../../core/mapping/mapping.ts';

/**
 * The errors of a mapping, by the field of the row that is being changed. An error that is at no field of that row is
 * under `''`: it is told for the form as a whole.
 */
export function fieldErrors(
  errors: readonly MappingError[],
  index: number,
): ReadonlyMap<string, MappingError> {
  const prefix = `attributes[${index}].`;
  const byField = new Map<string, MappingError>();
  for (const error of errors) {
    const inRow = error.path.startsWith(prefix) ? error.path.slice(prefix.length) : '';
    const [field = ''] = inRow.split(/[.[]/);
    if (!byField.has(field)) byField.set(field, error);
  }
  return byField;
}

import type { Snapshot } from '../../core/capture/snapshot.ts';
import type { JudgedAttribute } from '../../core/checks/finding.ts';
import type { Mapping, MappingError, MappingRow, ValueType } from '../../core/mapping/mapping.ts';
import { parseMapping } from '../../core/mapping/parse.ts';
import { serializeMapping } from '../../core/mapping/serialize.ts';
import type { Refused } from './state.ts';

/** What comes of attributes that were to be rows of a mapping. */
export interface Added {
  /** `null`: it stays as it was. */
  readonly mapping: Mapping | null;
  /** With one error for each attribute that was left out, at its name; `null`: none was. */
  readonly refused: Refused | null;
}

/** Adds a row for each attribute, as far as the rules of the file format allow. */
export function addSeen(mapping: Mapping, seen: readonly JudgedAttribute[]): Added {
  const before = mapping.attributes;
  const rows = seen.map(rowFromSeen);
  const leftOut = new Map<MappingRow, MappingError>();
  for (;;) {
    const added = rows.filter((row) => !leftOut.has(row));
    const parsed = parseMapping(serializeMapping({ ...mapping, attributes: [...before, ...added] }));
    const errors = [...leftOut.values()];
    if (parsed.ok) {
      const name = `${errors.length} of ${rows.length}`;
      return {
        mapping: added.length > 0 || rows.length === 0 ? parsed.mapping : null,
        refused: errors.length > 0 ? { what: 'rows', name, errors } : null,
      };
    }
    for (const error of parsed.errors) {
      const [, index] = /^attributes\[(\d+)\]/.exec(error.path) ?? [];
      const row = added[Number(index) - before.length];
      if (row && !leftOut.has(row)) leftOut.set(row, { ...error, path: `${row.namespace}.${row.key}` });
    }
    if (leftOut.size === errors.length)
      return { mapping: null, refused: { what: 'mapping', name: mapping.name, errors: parsed.errors } };
  }
}

/** A row for an attribute that was seen: it must be there the next time, with a value of the same type. */
function rowFromSeen(attribute: JudgedAttribute): MappingRow {
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

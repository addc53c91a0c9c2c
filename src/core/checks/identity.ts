import type { Dialect } from '../dialects/dialect.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import type { Sighting } from '../trace/trace.ts';

/** What SDKs and cookies call a visitor whom nobody has named. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Longer text is nobody's identifier. */
const LONGEST = 256;

/**
 * Whether the value of an identifier may be the attribute's. Where the SDK names visitors by itself, only a value that
 * could be the attribute's says that the page has put it there.
 * @param row the mapping row that the identifier would stand for, if there is a mapping
 */
export function mayBeAttribute({ value }: Sighting, dialect: Dialect, row: MappingRow | null): boolean {
  if (!dialect.generatesIdentity || typeof value !== 'string') return true;
  if (UUID.test(value) || value.length > LONGEST) return false;
  return row?.pattern === undefined || new RegExp(row.pattern, 'u').test(value);
}

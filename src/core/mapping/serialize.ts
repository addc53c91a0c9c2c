import schema from '../../../public/mapping.schema.json' with { type: 'json' };
import type { Mapping } from './mapping.ts';

/** The text of a mapping file, for people to read and to keep under version control; `parseMapping` reads it back. */
export function serializeMapping(mapping: Mapping): string {
  return `${JSON.stringify({ $schema: schema.$id, ...mapping }, null, 2)}\n`;
}

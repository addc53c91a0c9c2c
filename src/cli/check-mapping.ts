import { readFileSync } from 'node:fs';
import type { Mapping } from '../core/mapping/mapping.ts';
import { parseMapping } from '../core/mapping/parse.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a mapping file by the same rules as the panel, before a browser is opened for it.
 *
 * @throws UsageError with the place and the rule of the first thing that is wrong with it
 */
export function checkMapping(file: string): Mapping {
  const result = parseMapping(readText(file));
  if (result.ok) return result.mapping;
  const [first] = result.errors;
  if (first === undefined) throw new UsageError(`${file} is not a mapping file.`);
  const where = `${file}:${first.line}:${first.column}`;
  const more = result.errors.length > 1 ? ` (and ${result.errors.length - 1} more)` : '';
  throw new UsageError(
    `${where}: ${first.path === '' ? '' : `${first.path}: `}${first.message} [${first.rule}]${more}`,
  );
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`The mapping file ${file} cannot be read.`, { cause });
  }
}

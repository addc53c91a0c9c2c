import schema from '../../../public/mapping.schema.json' with { type: 'json' };
import { isFields } from '../capture/guards.ts';
import { shapeFaults, versionFault } from '../json/faults.ts';
import { type Fault, someOf, toFileErrors } from '../json/file-error.ts';
import { formatPath } from '../json/path.ts';
import { type JsonFile, readJson } from '../json/read.ts';
import { conforms } from '../json/schema.ts';
import { brokenDeclaration } from './declaration-rules.ts';
import type { Mapping, MappingResult, MappingRow } from './mapping.ts';
import { type BrokenRule, brokenRules } from './rules.ts';

/** Longest file that is read, in UTF-16 code units. */
const MAX_LENGTH = 8 * 1024 * 1024;

/** A mapping as its file holds it: shaped as the schema says, with defaults left out. */
type MappingFile = Omit<Mapping, 'unmapped'> & Partial<Pick<Mapping, 'unmapped'>>;

/**
 * Reads a mapping file. The schema in `public/` says what shape it has, `rules.ts` what no schema can say.
 * @returns the mapping with its defaults, or what is wrong with the file, in order of position. The dialect may be
 * one that nobody knows: whoever uses the mapping says so.
 */
export function parseMapping(text: string): MappingResult {
  if (text.length > MAX_LENGTH) {
    const message = `The file is larger than ${MAX_LENGTH / 1024 / 1024} MB: a mapping holds rows, not data.`;
    return refuse('', [{ offset: 0, path: '', rule: 'size', message }]);
  }
  // Editors on Windows put a byte order mark before JSON, which is no JSON.
  const source = text.replace(/^\ufeff/, '');
  const file = readJson(source);
  if ('rule' in file) return refuse(source, [file]);
  const newer = versionFault(file);
  if (newer) return refuse(source, [newer]);
  const { value } = file;
  const duplicates = someOf(file.duplicates());
  if (!isMappingFile(value)) {
    const rules = ruleFaults(brokenRules(rowsInShape(value)), file);
    return refuse(source, [...duplicates, ...someOf(shapeFaults(file, schema)), ...someOf(rules)]);
  }
  const broken = [...brokenRules(value.attributes), ...brokenDeclaration(value)];
  const faults = [...duplicates, ...someOf(ruleFaults(broken, file))];
  if (faults.length > 0) return refuse(source, faults);
  const { name, dialect, declaration, unmapped = 'warn', attributes } = value;
  const declared = declaration === undefined ? {} : { declaration };
  return { ok: true, mapping: { version: 1, name, dialect, ...declared, unmapped, attributes } };
}

function refuse(text: string, faults: readonly Fault[]): MappingResult {
  return { ok: false, errors: toFileErrors(text, faults) };
}

function* ruleFaults(broken: Iterable<BrokenRule>, file: JsonFile): Generator<Fault> {
  for (const { path, rule, message } of broken) {
    yield { offset: file.offsetOf(path), path: formatPath(path), rule, message };
  }
}

/** The rows that can be judged although something else in the file is out of shape. */
function rowsInShape(value: unknown): readonly (MappingRow | null)[] {
  const rows = isFields(value) ? value.attributes : [];
  return Array.isArray(rows) ? rows.map((row: unknown) => (isRow(row) ? row : null)) : [];
}

function isMappingFile(value: unknown): value is MappingFile {
  return conforms(value, schema);
}

function isRow(value: unknown): value is MappingRow {
  return conforms(value, schema.properties.attributes.items);
}

import { isFields } from '../capture/guards.ts';
import { explainViolation } from './explain.ts';
import type { Fault } from './file-error.ts';
import type { JsonFile } from './read.ts';
import { type Schema, violations } from './schema.ts';

/** A file of another version is another format: whatever else was said about it would mislead. */
export function versionFault(file: JsonFile): Fault | null {
  const version = isFields(file.value) ? file.value.version : undefined;
  if (typeof version !== 'number' || version === 1) return null;
  const message = `The file is of version ${version}, and this tool reads version 1: use the tool that wrote it.`;
  return { offset: file.offsetOf(['version']), path: 'version', rule: 'version', message };
}

/** What the schema says about a file. */
export function* shapeFaults(file: JsonFile, schema: Schema): Generator<Fault> {
  for (const violation of violations(file.value, schema)) yield explainViolation(violation, file);
}

import type { Json } from '../capture/snapshot.ts';
import type { Fault } from './file-error.ts';
import { nearestName } from './near.ts';
import { formatPath, nameOf } from './path.ts';
import type { JsonFile } from './read.ts';
import { regexFault, type Violation } from './schema.ts';

/** A broken rule of a schema as a fault of the file: where it stands, and what to do, in one sentence. */
export function explainViolation(violation: Violation, file: JsonFile): Fault {
  const { keyword, path } = violation;
  const offset = keyword === 'unknown-property' ? file.offsetOfName(path) : file.offsetOf(path);
  return { offset, path: formatPath(path), rule: ruleOf(violation), message: explain(violation) };
}

function ruleOf({ keyword, path }: Violation): string {
  if (keyword === 'const' && path.at(-1) === 'version') return 'version';
  return keyword === 'format' ? 'pattern' : keyword;
}

function explain(violation: Violation): string {
  const { path, value } = violation;
  const name = nameOf(path);
  switch (violation.keyword) {
    case 'type':
      return `${name} must be ${oneOf(violation.expected.map(typeName))}, not ${describe(value)}.`;
    case 'const':
      return `${name} must be ${JSON.stringify(violation.expected)}, not ${describe(value)}.`;
    case 'enum':
      return `${name} must be ${oneOf(violation.allowed.map(quote))}, not ${describe(value)}${suggest(value, violation.allowed)}`;
    case 'required':
      return `"${violation.property}" is missing in ${path.length === 0 ? 'the file' : formatPath(path)}: add it.`;
    case 'unknown-property': {
      const near = nearestName(violation.property, violation.known);
      return near === null
        ? `${quote(violation.property)} is not known here: remove it, or use one of ${violation.known.join(', ')}.`
        : `${quote(violation.property)} is not known here: did you mean "${near}"?`;
    }
    case 'minItems':
      return `${name} must have at least ${counted(violation.limit, 'item')}: add one, or remove ${name}.`;
    case 'maxItems':
      return `${name} must have at most ${counted(violation.limit, 'item')}: remove the others.`;
    case 'minLength':
      return `${name} must not be empty: write something, or remove it.`;
    case 'minimum':
      return `${name} must be ${violation.limit} or more, not ${describe(value)}.`;
    case 'maximum':
      return `${name} must be ${violation.limit} or less, not ${describe(value)}.`;
    case 'pattern':
      return `${name} cannot be ${quote(value)}: ${violation.advice}.`;
    case 'format':
      return `${name} is not a regular expression (${regexFault(String(value)) ?? violation.format}): mend ${quote(value)}.`;
  }
}

function suggest(value: unknown, allowed: readonly Json[]): string {
  const names = allowed.filter((candidate) => typeof candidate === 'string');
  const near = typeof value === 'string' ? nearestName(value, names) : null;
  return near === null ? '.' : `: did you mean "${near}"?`;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type;
}

/** A value in a sentence, with its type, since `"1"` in place of `1` is what one overlooks. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `the text ${quote(value)}` : quote(value);
}

/** Longest part of a value that is repeated in a sentence. */
const MAX_QUOTED = 60;

function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

function oneOf(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

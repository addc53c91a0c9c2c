import { formatSnapshot } from '../../core/capture/display.ts';
import type { MappingRow } from '../../core/mapping/mapping.ts';

/** One thing that a row asks for, in words, with what is to be read letter by letter apart. */
export interface RulePhrase {
  readonly words: string;
  readonly code?: string;
}

/** What a row asks for: `required string`, `matches` `^CRM-…$`, `mapped in the tenant`. */
export function rulePhrases(row: MappingRow): readonly RulePhrase[] {
  return [
    { words: `${row.required ? 'required' : 'optional'} ${row.type ?? 'value of any type'}` },
    ...(row.pattern === undefined ? [] : [{ words: 'matches', code: row.pattern }]),
    ...(row.enum === undefined
      ? []
      : [{ words: 'one of', code: row.enum.map((value) => formatSnapshot(value)).join(', ') }]),
    ...lengthPhrase(row),
    ...expectedPhrase(row),
    ...mappedPhrase(row),
  ];
}

function lengthPhrase({ minLength, maxLength }: MappingRow): readonly RulePhrase[] {
  if (minLength === undefined && maxLength === undefined) return [];
  if (minLength === undefined) return [{ words: `at most ${maxLength} characters` }];
  if (maxLength === undefined) return [{ words: `at least ${minLength} characters` }];
  return [{ words: `${minLength} to ${maxLength} characters` }];
}

function expectedPhrase({ expected }: MappingRow): readonly RulePhrase[] {
  if (expected === undefined) return [];
  return typeof expected === 'object'
    ? [{ words: 'equals the page’s', code: expected.page }]
    : [{ words: 'equals', code: formatSnapshot(expected) }];
}

function mappedPhrase({ mapped }: MappingRow): readonly RulePhrase[] {
  if (mapped === undefined) return [];
  return [{ words: mapped ? 'mapped in the tenant' : 'not mapped in the tenant' }];
}

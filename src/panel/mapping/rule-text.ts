import { formatSnapshot } from '../../core/capture/display.ts';
import type { MappingRow } from '../../core/mapping/mapping.ts';

/** What a row asks for, in words: `required string, matches ^CRM-…$, mapped in the tenant`. */
export function ruleText(row: MappingRow): string {
  return [
    `${row.required ? 'required' : 'optional'} ${row.type ?? 'value of any type'}`,
    ...(row.pattern === undefined ? [] : [`matches ${row.pattern}`]),
    ...(row.enum === undefined
      ? []
      : [`one of ${row.enum.map((value) => formatSnapshot(value)).join(', ')}`]),
    ...lengthText(row),
    ...expectedText(row),
    ...mappedText(row),
  ].join(', ');
}

function lengthText({ minLength, maxLength }: MappingRow): string[] {
  if (minLength === undefined && maxLength === undefined) return [];
  if (minLength === undefined) return [`at most ${maxLength} characters`];
  if (maxLength === undefined) return [`at least ${minLength} characters`];
  return [`${minLength} to ${maxLength} characters`];
}

function expectedText({ expected }: MappingRow): string[] {
  if (expected === undefined) return [];
  return [
    `equals ${typeof expected === 'object' ? `the page’s ${expected.page}` : formatSnapshot(expected)}`,
  ];
}

function mappedText({ mapped }: MappingRow): string[] {
  if (mapped === undefined) return [];
  return [mapped ? 'mapped in the tenant' : 'not mapped in the tenant'];
}

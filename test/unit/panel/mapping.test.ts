import { describe, expect, it } from 'vitest';
import type { MappingRow } from '../../../src/core/mapping/mapping.ts';
import { draftOf, rowOf } from '../../../src/panel/mapping/draft.ts';
import { withoutRow, withRow } from '../../../src/panel/mapping/edit.ts';
import { fieldErrors } from '../../../src/panel/mapping/field-errors.ts';
import { rulePhrases } from '../../../src/panel/mapping/rule-text.ts';
import { EXAMPLE } from '../mapping/example.ts';
import { exampleMapping } from '../support/example-capture.ts';

const place = { key: 'a', namespace: 'custom' };
const ruleText = (row: Partial<MappingRow>) =>
  rulePhrases({ ...place, ...row })
    .map(({ words, code }) => (code === undefined ? words : `${words} ${code}`))
    .join(', ');

describe('a rule in words', () => {
  it('says what is asked for, and nothing that is not', () => {
    expect(ruleText({})).toBe('optional value of any type');
    expect(ruleText({ required: true, type: 'string', pattern: '^CRM-', mapped: true })).toBe(
      'required string, matches ^CRM-, mapped in the tenant',
    );
    expect(ruleText({ enum: ['gold', 2, true], mapped: false })).toBe(
      'optional value of any type, one of "gold", 2, true, not mapped in the tenant',
    );
  });

  it('tells lengths and expected values', () => {
    expect(ruleText({ minLength: 2 })).toContain('at least 2 characters');
    expect(ruleText({ maxLength: 9 })).toContain('at most 9 characters');
    expect(ruleText({ minLength: 2, maxLength: 9 })).toContain('2 to 9 characters');
    expect(ruleText({ expected: 'x' })).toContain('equals "x"');
    expect(ruleText({ expected: { page: 'user.id' } })).toContain('equals the page’s user.id');
  });
});

describe('the form of a row', () => {
  it('gives back every row as it was', () => {
    for (const row of EXAMPLE.attributes) expect(rowOf(draftOf(row), row)).toEqual(row);
  });

  it('leaves out what was emptied', () => {
    const row: MappingRow = {
      ...place,
      label: 'A',
      pattern: 'x',
      mapped: true,
      required: true,
      aliases: ['b'],
    };
    const draft = {
      ...draftOf(row),
      label: ' ',
      pattern: '',
      mapped: '',
      required: false,
      aliases: '',
    } as const;
    expect(rowOf(draft, row)).toEqual(place);
  });

  it('reads allowed values in the type of the row', () => {
    const values = (type: 'integer' | 'boolean' | 'string' | '') =>
      rowOf({ ...draftOf(place), type, enum: '1, true,x' }, place).enum;
    expect(values('integer')).toEqual([1, 'true', 'x']);
    expect(values('boolean')).toEqual(['1', true, 'x']);
    expect(values('string')).toEqual(['1', 'true', 'x']);
  });
});

describe('the errors of a row', () => {
  const error = (path: string) => ({ line: 1, column: 1, path, rule: 'x', message: path });

  it('stand at their fields', () => {
    const errors = fieldErrors([error('attributes[1].pattern'), error('attributes[1].enum[0]')], 1);
    expect([...errors.keys()]).toEqual(['pattern', 'enum']);
  });

  it('stand under the form when they are at no field of it', () => {
    expect([...fieldErrors([error('attributes[11].key'), error('name')], 1).keys()]).toEqual(['']);
  });
});

describe('editing', () => {
  const mapping = exampleMapping();

  it('changes, adds and removes rows without touching the old mapping', () => {
    expect(withRow(mapping, 0, place).attributes).toEqual([place]);
    expect(withRow(mapping, 9, place).attributes).toEqual([...mapping.attributes, place]);
    expect(withoutRow(mapping, 0).attributes).toEqual([]);
    expect(mapping.attributes).toHaveLength(1);
  });
});

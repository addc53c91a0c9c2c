import { describe, expect, it } from 'vitest';
import { matchTemplate, parseTemplate, stepsOf } from '../../../src/core/dialects/template.ts';

function template(source: string) {
  const parsed = parseTemplate(source);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
}

const found = (source: string, root: unknown) =>
  matchTemplate(template(source), JSON.parse(JSON.stringify(root))).map(({ namespace, key, value, path }) => [
    namespace,
    key,
    value,
    path,
  ]);

describe('a path template', () => {
  it('finds every key of every namespace', () => {
    expect(found('attributes.{namespace}.{key}', { attributes: { a: { x: 1 }, b: { y: 2 } } })).toEqual([
      ['a', 'x', 1, 'attributes.a.x'],
      ['b', 'y', 2, 'attributes.b.y'],
    ]);
  });

  it('finds pairs in an array', () => {
    const root = { data: { fields: [{ ident: 'x', value: 1 }, { other: true }] } };
    expect(found('data.fields[{key:ident}].value', root)).toEqual([[null, 'x', 1, 'data.fields[0].value']]);
  });

  it('finds nothing where the payload is of another form', () => {
    for (const root of [null, 1, 'text', [], {}, { attributes: 'text' }, { attributes: { custom: [] } }])
      expect(found('attributes.{namespace}.{key}', root)).toEqual([]);
  });

  it('reads names that are no identifiers, and items by number', () => {
    expect(found('["a b"][1].{key}', { 'a b': [{}, { x: 1 }] })).toEqual([[null, 'x', 1, '["a b"][1].x']]);
  });

  it('says where an attribute belongs', () => {
    expect(stepsOf(template('attributes.{namespace}.{key}'), 'custom', 'crm_id')).toEqual([
      'attributes',
      'custom',
      'crm_id',
    ]);
  });

  it.each([
    ['attributes.custom', /\{key\} exactly once/],
    ['{key}.{key}', /\{key\} exactly once/],
    ['a..{key}', /cannot read/],
    ['{namespace}.{namespace}.{key}', /\{namespace\} more than once/],
  ])('refuses %s', (source, reason) => {
    expect(parseTemplate(source)).toMatchObject({ error: expect.stringMatching(reason) });
  });
});

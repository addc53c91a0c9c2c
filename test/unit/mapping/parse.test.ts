import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingError } from '../../../src/core/mapping/mapping.ts';
import { parseMapping } from '../../../src/core/mapping/parse.ts';
import { serializeMapping } from '../../../src/core/mapping/serialize.ts';
import { oneChange } from '../json/arbitrary.ts';
import { DECLARING, EXAMPLE } from './example.ts';

function errorsOf(text: string): readonly MappingError[] {
  const result = parseMapping(text);
  return result.ok ? [] : result.errors;
}

/** The errors of a file with these rows, as `path: rule`. */
function rulesOf(...rows: readonly object[]): readonly string[] {
  const file = { version: 1, name: 'x', dialect: 'd', attributes: rows };
  return errorsOf(JSON.stringify(file)).map(({ path, rule }) => `${path}: ${rule}`);
}

const ROW = { key: 'crm_id', namespace: 'custom' };

describe('a mapping file that is as it must be', () => {
  it('is read back as it was written', () => {
    for (const mapping of [EXAMPLE, DECLARING])
      expect(parseMapping(serializeMapping(mapping))).toEqual({ ok: true, mapping });
  });

  it('warns about unmapped keys unless it says otherwise', () => {
    const result = parseMapping('{ "version": 1, "name": "x", "dialect": "d", "attributes": [] }');
    expect(result).toEqual({
      ok: true,
      mapping: { version: 1, name: 'x', dialect: 'd', unmapped: 'warn', attributes: [] },
    });
  });

  it('may be of a dialect that nobody knows', () => {
    const text = serializeMapping({ ...EXAMPLE, dialect: 'our-own-gateway' });
    expect(parseMapping(text)).toMatchObject({ ok: true, mapping: { dialect: 'our-own-gateway' } });
  });

  it('may begin with a byte order mark', () => {
    expect(parseMapping(`\ufeff${serializeMapping(EXAMPLE)}`).ok).toBe(true);
  });

  it('may use one alias in two namespaces, which do not meet', () => {
    expect(rulesOf({ ...ROW, aliases: ['id'] }, { ...ROW, namespace: 'contact', aliases: ['id'] })).toEqual(
      [],
    );
  });
});

describe('errors point', () => {
  const text = `{
  "version": 1,
  "name": "x",\r
  "dialect": "d",
  "attributes": [
    { "key": "a", "namespace": "custom", "patern": "^x" },
    { "key": "b", "namespace": "custom", "pattern": "(" , "required": "yes" }
  ]
}`;

  it('with line, column, path, rule and a sentence, in order of position', () => {
    expect(errorsOf(text)).toEqual([
      {
        line: 6,
        column: 42,
        path: 'attributes[0].patern',
        rule: 'unknown-property',
        message: '"patern" is not known here: did you mean "pattern"?',
      },
      {
        line: 7,
        column: 53,
        path: 'attributes[1].pattern',
        rule: 'pattern',
        message: '"pattern" is not a regular expression (Unterminated group): mend "(".',
      },
      {
        line: 7,
        column: 71,
        path: 'attributes[1].required',
        rule: 'type',
        message: '"required" must be true or false, not the text "yes".',
      },
    ]);
  });

  it('at the second of two properties of the same name', () => {
    const [error] = errorsOf(
      '{ "version": 1, "name": "x", "dialect": "d",\n "attributes": [], "name": "y" }',
    );
    expect(error).toMatchObject({ line: 2, column: 20, path: 'name', rule: 'duplicate-property' });
  });

  it('up to a hundred, and then say that there are more', () => {
    const rows = Array.from({ length: 10_000 }, () => ({ ...ROW, colour: 'red' }));
    const errors = errorsOf(JSON.stringify({ version: 1, name: 'x', dialect: 'd', attributes: rows }));
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatchObject({ rule: 'more' });
  });
});

describe('a large file that is wrong throughout is refused, not choked on', () => {
  const head = '{"version":1,"name":"x","dialect":"d","attributes":';

  it.each([
    ['numbers for rows', `${head}[${'1,'.repeat(400_000)}1]}`],
    ['one property over and over', `${head}[{${'"a":1,'.repeat(200_000)}"a":1}]}`],
    [
      'a list of objects for a list of values',
      `${head}[{"key":"a","namespace":"c","enum":[${'{},'.repeat(300_000)}1]}]}`,
    ],
    ['one row over and over', `${head}[${'{"key":"a","namespace":"c"},'.repeat(40_000)}1]}`],
  ])('%s', (_, text) => {
    expect(errorsOf(text)).toHaveLength(101);
  });
});

describe('text that is no strict JSON is refused where it stops being JSON', () => {
  it.each([
    ['', 1, 1, 'The file is empty: it must hold one JSON object.'],
    ['{\n "a": 1,\n}', 2, 8, 'JSON has no comma after the last item: remove this one.'],
    ['{\n // hi\n}', 2, 2, 'JSON has no comments: remove this one.'],
    ["{ 'a': 1 }", 1, 3, "`'a'` is not JSON: put names and texts between double quotes."],
    ['{ "a" 1 }', 1, 7, 'A colon must stand between a property name and its value, before `1`.'],
    ['{ "a": 1', 1, 9, 'The file ends inside an object: add the missing }.'],
    ['{ "a": "\\x" }', 1, 9, 'This text has an escape that JSON does not know: write a backslash as \\\\.'],
    ['{} {}', 1, 4, 'The JSON value ended before `{`: remove what follows it.'],
  ])('%j', (text, line, column, message) => {
    expect(errorsOf(text)).toEqual([{ line, column, path: '', rule: 'json', message }]);
  });

  it('when it is nested 10,000 levels deep, whole or broken', () => {
    const deep = `{"attributes":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    expect(errorsOf(deep)).toMatchObject([{ rule: 'depth', line: 1 }]);
    expect(errorsOf(`\n${'['.repeat(10_000)}`)).toMatchObject([{ rule: 'depth', line: 2 }]);
  });

  it('when it is larger than any mapping', () => {
    expect(errorsOf(' '.repeat(9 << 20))).toMatchObject([{ rule: 'size', line: 1, column: 1 }]);
  });
});

describe('a version that is not known', () => {
  it('is the only thing that is said: another version is another format', () => {
    expect(errorsOf('{ "version": 2, "rows": {} }')).toMatchObject([
      { path: 'version', rule: 'version', column: 14 },
    ]);
  });

  it('is not told from text', () => {
    const [error] = errorsOf('{ "version": "1", "name": "x", "dialect": "d", "attributes": [] }');
    expect(error).toMatchObject({ rule: 'version', message: '"version" must be 1, not the text "1".' });
  });
});

describe('rules of a row', () => {
  it.each<[string, object, string]>([
    ['a key with white space at its end', { key: 'a ' }, 'attributes[0].key: pattern'],
    ['an empty key', { key: '' }, 'attributes[0].key: minLength'],
    ['an unknown type', { type: 'text' }, 'attributes[0].type: enum'],
    ['an empty list of values', { enum: [] }, 'attributes[0].enum: minItems'],
    ['a value that is not of the type', { type: 'integer', enum: [1, 2.5] }, 'attributes[0].enum[1]: enum'],
    [
      'a value that the pattern refuses',
      { pattern: '^C', enum: ['C1', 'D1'] },
      'attributes[0].enum[1]: enum',
    ],
    ['a value that is too long', { maxLength: 1, enum: ['a', 'bb'] }, 'attributes[0].enum[1]: enum'],
    ['a value that stands twice', { enum: ['a', 'a'] }, 'attributes[0].enum[1]: enum'],
    ['lengths that leave no room', { minLength: 3, maxLength: 2 }, 'attributes[0].minLength: length'],
    ['a negative length', { minLength: -1 }, 'attributes[0].minLength: minimum'],
    ['a length that is a fraction', { minLength: 1.5 }, 'attributes[0].minLength: type'],
    [
      'an expected value that is not of the type',
      { type: 'string', expected: 5 },
      'attributes[0].expected: expected',
    ],
    [
      'an expected value that is not in the list',
      { enum: ['a'], expected: 'b' },
      'attributes[0].expected: expected',
    ],
    ['a page path that calls', { expected: { page: 'getId()' } }, 'attributes[0].expected.page: pattern'],
    ['an expected list', { expected: ['a'] }, 'attributes[0].expected: type'],
    ['an unknown stage', { paths: { send: 'a' } }, 'attributes[0].paths.send: unknown-property'],
    ['an alias that is the key', { aliases: ['crm_id'] }, 'attributes[0].aliases[0]: alias'],
    ['an alias that stands twice', { aliases: ['id', 'id'] }, 'attributes[0].aliases[1]: alias'],
  ])('%s is refused', (_, fields, rule) => {
    expect(rulesOf({ ...ROW, ...fields })).toEqual([rule]);
  });
});

describe('rules between rows', () => {
  it('refuse the same key in the same namespace', () => {
    expect(rulesOf(ROW, { ...ROW, namespace: 'contact' }, ROW)).toEqual(['attributes[2].key: duplicate-key']);
  });

  it('refuse an alias that could mean either of two rows', () => {
    expect(rulesOf({ ...ROW, aliases: ['id'] }, { key: 'b', namespace: 'custom', aliases: ['id'] })).toEqual([
      'attributes[1].aliases[0]: alias',
    ]);
  });

  it("refuse an alias that is another row's key", () => {
    expect(rulesOf({ ...ROW, aliases: ['b'] }, { key: 'b', namespace: 'custom' })).toEqual([
      'attributes[0].aliases[0]: alias',
    ]);
  });

  it('are told also when another row is out of shape', () => {
    expect(rulesOf(ROW, { key: 1, namespace: 'custom' }, ROW)).toEqual([
      'attributes[1].key: type',
      'attributes[2].key: duplicate-key',
    ]);
  });
});

describe('names that every object inherits', () => {
  it('are ordinary keys of attributes', () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(rulesOf(...keys.map((key) => ({ key, namespace: 'custom' })))).toEqual([]);
  });

  it('are not properties of a row', () => {
    const text =
      '{"version":1,"name":"x","dialect":"d","attributes":[{"key":"a","namespace":"c","__proto__":{"x":1}}]}';
    expect(errorsOf(text)).toMatchObject([{ path: 'attributes[0].__proto__', rule: 'unknown-property' }]);
    expect('x' in {}).toBe(false);
  });
});

describe('whatever the text', () => {
  const examples = fc.oneof(
    oneChange(JSON.parse(serializeMapping(EXAMPLE))).map((value) => JSON.stringify(value, null, 1)),
    oneChange(JSON.parse(serializeMapping(DECLARING))).map((value) => JSON.stringify(value, null, 1)),
    fc.json(),
    // A mapping with some letters taken out or put in: JSON that is nearly right.
    fc
      .tuple(
        fc.nat(900),
        fc.nat(4),
        fc.constantFrom('', ',', '"', '}', '[', '//', '\\', '\n', '-', "'", '\ud800'),
      )
      .map(([at, cut, put]) => {
        const text = serializeMapping(EXAMPLE);
        return text.slice(0, at) + put + text.slice(at + cut);
      }),
    fc.string({ unit: 'binary' }),
  );

  it('it is read or refused without a throw, and every error stands in the text', () => {
    fc.assert(
      fc.property(examples, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const errors = errorsOf(text);
        for (const { line, column, rule, message } of errors) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
          expect(rule).toMatch(/^[a-zA-Z-]+$/);
          expect(message).toMatch(/[.?]$/);
        }
        const lineNumbers = errors.map(({ line }) => line);
        expect(lineNumbers).toEqual(lineNumbers.toSorted((a, b) => a - b));
      }),
      { numRuns: 3000 },
    );
  });

  it('it is refused with an error whenever JSON.parse refuses it', () => {
    fc.assert(
      fc.property(examples, (text) => {
        const result = parseMapping(text);
        if (result.ok) expect(() => JSON.parse(text)).not.toThrow();
        else expect(result.errors.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

it('reads a file of 10,000 rows in well under a second', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({
    ...ROW,
    key: `crm_${i}`,
    pattern: '^CRM-[0-9]{6}$',
  }));
  const text = serializeMapping({ ...EXAMPLE, attributes: rows });
  expect(text.length).toBeGreaterThan(1_000_000);
  const start = performance.now();
  expect(parseMapping(text).ok).toBe(true);
  expect(performance.now() - start).toBeLessThan(1000);
});

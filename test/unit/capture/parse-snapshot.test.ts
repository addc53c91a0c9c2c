import { describe, expect, it } from 'vitest';
import { parseSnapshot } from '../../../src/core/capture/parse-snapshot.ts';

function nested(levels: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < levels; i++) value = i % 2 ? [value] : { value };
  return value;
}

describe('a snapshot that is as it must be', () => {
  it.each<unknown>([
    null,
    true,
    -1.5,
    '',
    '\ud800 lone surrogate',
    [],
    { a: { b: [1, 'x', null] } },
    { constructor: 1, toString: 2, hasOwnProperty: 3 },
    { $mark: 'undefined' },
    { $mark: 'promise' },
    { $mark: 'getter' },
    { $mark: 'deep' },
    { $mark: 'redacted' },
    { $mark: 'number', value: '-0' },
    { $mark: 'bigint', value: '10' },
    { $mark: 'symbol', value: 'Symbol(x)' },
    { $mark: 'function', value: 'startChat' },
    { $mark: 'date', value: 'Invalid Date' },
    { $mark: 'node', value: '<div#app>' },
    { $mark: 'error', value: 'TypeError: no' },
    { $mark: 'threw', value: 'Error: no' },
    { $mark: 'other', value: 'Map' },
    { $mark: 'cycle', value: 2 },
    { $mark: 'string', head: 'abc', length: 9_000_000 },
    { $mark: 'object', name: 'Options', entries: [['__proto__', { $mark: 'deep' }]], more: 3 },
    { $mark: 'array', items: [1, { $mark: 'undefined' }], more: 100_000 },
  ])('is copied: %j', (value) => {
    expect(parseSnapshot(value)).toStrictEqual(value);
  });
});

describe('a snapshot that is not', () => {
  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a BigInt', 10n],
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['an unknown mark', { $mark: 'toString' }],
    ['a mark that is no string', { $mark: {} }],
    ['a mark without its value', { $mark: 'bigint' }],
    ['a number mark for an ordinary number', { $mark: 'number', value: '1' }],
    ['an entry that is no pair', { $mark: 'object', name: 'X', entries: [['a']], more: 0 }],
    ['a negative rest', { $mark: 'array', items: [], more: -1 }],
    ['an own key __proto__', JSON.parse('{"a":{"__proto__":{"polluted":true}}}')],
    ['101 levels', nested(101)],
    ['10,000 levels', nested(10_000)],
  ])('is refused: %s', (_, value) => {
    expect(parseSnapshot(value)).toBeUndefined();
  });

  it('leaves the prototype of all objects alone', () => {
    parseSnapshot(
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    );
    expect('polluted' in {}).toBe(false);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replacerOf } from '../../../src/core/capture/replace-all.ts';

it('replaces the longest of the texts that begin at a letter', () => {
  const replace = replacerOf(
    new Map([
      ['abcd', '1'],
      ['abcdef', '2'],
      ['efgh', '3'],
    ]),
  );
  expect(replace('abcdefgh abcd efgh abc')).toBe('2gh 1 3 abc');
});

it('replaces the telling beginning of a text, as far as it goes', () => {
  const replace = replacerOf(new Map([['a secret of many words', 'X']]), 8);
  expect(replace('it is a secret of m… or a secre')).toBe('it is X… or a secre');
});

it('agrees with an expression made of the texts', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\ud83d', '.'), maxLength: 30 });
  const wanted = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', '\ud83d', '.'), minLength: 4, maxLength: 7 }),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(letters, wanted, (text, texts) => {
      const longestFirst = texts
        .toSorted((a, b) => b.length - a.length)
        .map((part) => part.replaceAll('.', '\\.'));
      const expected = text.replace(new RegExp(longestFirst.join('|'), 'g'), '#');
      expect(replacerOf(new Map(texts.map((part) => [part, '#'])))(text)).toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

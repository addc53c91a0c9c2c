import { describe, expect, it } from 'vitest';
import { continues, differenceOf } from '../../../src/panel/store/continues.ts';
import { Prefix } from '../../../src/panel/store/prefix.ts';

const list = (letters: string) => Prefix.of([...letters]);

describe('a list goes on from an earlier one', () => {
  it.each([
    ['', '', true],
    ['', 'a', true],
    ['abc', 'abc', true],
    ['abc', 'abcd', true],
    ['abc', 'ab', false],
    ['abc', 'xabc', false],
    ['abc', 'axbc', false],
    ['abc', 'bcd', false],
  ])('from "%s" to "%s": %s', (old, now, goesOn) => {
    expect(continues(list(old), list(now))).toBe(goesOn);
  });
});

describe('what became of a list', () => {
  it.each([
    ['nothing', 'abc', 'abc', 3, ''],
    ['more at its end', 'abc', 'abcde', 3, 'de'],
    ['more in any place', 'abc', 'axbyc', 1, 'xy'],
    ['more at its start', 'abc', 'xabc', 0, 'x'],
    ['some let go at its start', 'abcd', 'cd', 0, ''],
    ['some let go, and more at its end', 'abcdef', 'acfxy', 1, 'xy'],
    ['some let go, and more in any place', 'abcdef', 'axcyfz', 1, 'xyz'],
    ['nearly all let go, and more than there was', 'abc', 'cxyz', 0, 'xyz'],
    ['more before the only one that is left', 'abc', 'xyc', 0, 'xy'],
  ])('%s', (_, old, now, same, added) => {
    expect(differenceOf(list(old), list(now))).toEqual({ same, added: [...added] });
  });

  it.each([['xyz'], ['abx'], ['ab'], ['']])(
    'another list altogether, where its last one is not there: "%s"',
    (now) => {
      expect(differenceOf(list('abc'), list(now))).toBeNull();
    },
  );
});

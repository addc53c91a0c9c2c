import { expect, test } from 'vitest';
import { formatTable } from '../../../src/cli/table.ts';

test('columns are as wide as their widest cell, and no line ends in blanks', () => {
  expect(
    formatTable([
      ['scenario', 'verdict'],
      ['late-put', 'fail'],
      ['x', ''],
    ]),
  ).toBe(['scenario  verdict', '────────  ───────', 'late-put  fail', 'x'].join('\n'));
});

test('a row may be shorter than the head', () => {
  expect(formatTable([['a', 'b'], ['1']])).toBe('a  b\n─  ─\n1');
});

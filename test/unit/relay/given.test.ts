import { expect, test } from 'vitest';
import { readGiven } from '../../../src/relay/given.ts';

const headers = (given: unknown): unknown => readGiven({ kind: 'request', method: 'GET', headers: given });
const method = (given: unknown): unknown => readGiven({ kind: 'request', method: given }).method;
const protocols = (given: unknown): unknown => readGiven({ kind: 'socket', protocols: given });

test.each([
  [
    'pairs',
    [
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  ['an object', { A: '1', B: '2' }],
  [
    'an instance of a class',
    {
      $mark: 'object',
      name: 'Bag',
      entries: [
        ['A', '1'],
        ['B', '2'],
      ],
      more: 0,
    },
  ],
  [
    'more pairs than are kept',
    {
      $mark: 'array',
      items: [
        ['A', '1'],
        ['B', '2'],
      ],
      more: 7,
    },
  ],
])('headers are read from %s', (_, given) => {
  expect(headers(given)).toMatchObject({
    headers: [
      ['A', '1'],
      ['B', '2'],
    ],
  });
});

test.each([
  ['a number', 1, '1'],
  ['nothing', null, 'null'],
  ['undefined', { $mark: 'undefined' }, 'undefined'],
  ['no number', { $mark: 'number', value: 'NaN' }, 'NaN'],
  ['a long integer', { $mark: 'bigint', value: '9' }, '9'],
  ['a text longer than is kept', { $mark: 'string', head: 'he', length: 3 }, 'he'],
])('a header that is given as %s has the text that the browser makes of it', (_, given, text) => {
  expect(headers({ A: given })).toMatchObject({ headers: [['A', text]] });
});

test.each([
  ['an object', { A: {} }],
  ['a list', { A: ['1'] }],
  ['a symbol', { A: { $mark: 'symbol', value: 'Symbol()' } }],
  ['a getter', { A: { $mark: 'getter' } }],
  ['a mark in no form', { A: { $mark: 'number' } }],
  ['a list of no pairs', ['A', '1']],
  ['half a pair', [['A']]],
  ['a name that is none', [[1, '1']]],
  ['a text', 'A: 1'],
  ['nothing', null],
  ['what does not exist', undefined],
  ['a mark without entries', { $mark: 'object' }],
])('%s gives no header', (_, given) => {
  expect(headers(given)).toMatchObject({ headers: [] });
});

test.each([
  ['get', 'GET'],
  ['PURGE', 'PURGE'],
  [{ $mark: 'undefined' }, 'GET'],
  [{ $mark: 'string', head: 'x', length: 70_000 }, 'GET'],
  [null, 'GET'],
])('the method that is given as %s leaves as %s', (given, left) => {
  expect(method(given)).toBe(left);
});

test.each([
  ['one text', 'a', ['a']],
  ['a list', ['a', 'b'], ['a', 'b']],
  ['a list with what only code of the page can turn into text', ['a', {}, 'b'], ['a', 'b']],
  ['nothing', { $mark: 'undefined' }, []],
])('sub-protocols are read from %s', (_, given, names) => {
  expect(protocols(given)).toEqual({ protocols: names });
});

test('a socket that is not being opened has none, and no other event has either', () => {
  expect(protocols(undefined)).toEqual({});
  expect(readGiven({ kind: 'call', headers: {}, protocols: 'a' })).toEqual({});
});

import { expect, it } from 'vitest';
import type { DocumentEvent, NoticeCode } from '../../../src/core/capture/event.ts';
import { noticesOf } from '../../../src/panel/app/notices.ts';
import { EMPTY_LOG, receive } from '../../../src/panel/store/log.ts';
import { message } from './support.ts';

const notice = (seq: number, code: NoticeCode, detail: string, count?: number): DocumentEvent => ({
  kind: 'notice',
  seq,
  time: seq,
  code,
  detail,
  ...(count !== undefined && { count }),
});

it('tells each kind of blind spot once, with its count', () => {
  const events = [
    notice(10, 'worker', 'https://shop.example/a.js'),
    notice(11, 'cut', 'frame', 3),
    notice(12, 'worker', 'https://shop.example/a.js'),
    notice(13, 'worker', 'https://shop.example/b.js'),
  ];
  const { log } = receive(EMPTY_LOG, [message({ events, lost: 10, malformed: 1 })], false);
  expect(noticesOf(log)).toMatchObject([
    { code: 'worker', count: 3, details: ['https://shop.example/a.js', 'https://shop.example/b.js'] },
    { code: 'cut', count: 3 },
    { code: 'lost', count: 10 },
    { code: 'malformed', count: 1 },
  ]);
});

it('adds what the page script could not hand over to what fell out of the log', () => {
  const events = [notice(10, 'lost', 'RangeError: Invalid string length', 7)];
  const { log } = receive(EMPTY_LOG, [message({ events, lost: 10 })], false);
  expect(noticesOf(log)).toMatchObject([
    { code: 'lost', count: 17, details: ['RangeError: Invalid string length'] },
  ]);
});

it('says nothing when there is nothing to say', () => {
  expect(noticesOf(EMPTY_LOG)).toEqual([]);
});

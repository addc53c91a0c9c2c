import { describe, expect, test } from 'vitest';
import type { DocumentEvent } from '../../../src/core/capture/event.ts';
import { weigh } from '../../../src/core/capture/weigh.ts';
import { createLog } from '../../../src/relay/log.ts';

const frame = (seq: number, length = 10): DocumentEvent => ({
  kind: 'frame',
  seq,
  time: seq,
  socket: 1,
  direction: 'in',
  body: { type: 'text', text: 'x'.repeat(length), size: length },
});
const seqs = (events: readonly DocumentEvent[]): readonly number[] => events.map(({ seq }) => seq);
const plenty = { events: 1_000, weight: 1_000_000 };

function logOf(count: number, limits = plenty): ReturnType<typeof createLog> {
  const log = createLog(limits);
  for (let seq = 0; seq < count; seq++) log.add(frame(seq));
  return log;
}

describe('what does not fit falls out, oldest first, and is counted', () => {
  test('by number', () => {
    const log = logOf(25, { ...plenty, events: 10 });
    expect(log.lost).toBe(15);
    expect(log.next).toBe(25);
    expect(seqs(log.read(0, plenty).events)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
  });

  test('by weight', () => {
    const log = logOf(25, { ...plenty, weight: 10 * weigh(frame(0)) });
    expect(log.lost).toBe(15);
  });

  test('one event stays, however heavy it is', () => {
    const log = createLog({ events: 10, weight: 100 });
    log.add(frame(0));
    log.add(frame(1, 5_000));
    expect(log.lost).toBe(1);
    expect(seqs(log.read(0, plenty).events)).toEqual([1]);
  });
});

describe('it is read in chunks', () => {
  test('of so many events', () => {
    const log = logOf(5);
    const first = log.read(1, { ...plenty, events: 3 });
    expect(seqs(first.events)).toEqual([1, 2, 3]);
    expect(seqs(log.read(first.next, plenty).events)).toEqual([4]);
    expect(log.read(5, plenty)).toEqual({ events: [], next: 5 });
  });

  test('of so much weight, but one event at least', () => {
    const log = logOf(5);
    expect(seqs(log.read(0, { ...plenty, weight: 2 * weigh(frame(0)) }).events)).toEqual([0, 1]);
    expect(seqs(log.read(3, { ...plenty, weight: 1 }).events)).toEqual([3]);
  });

  test('from a number that never was, there is nothing', () => {
    expect(logOf(3).read(100, plenty)).toEqual({ events: [], next: 3 });
  });
});

test('every text of an event has its weight', () => {
  const light = weigh({ kind: 'return', seq: 0, time: 0, call: 0, outcome: 'returned', value: { a: ['b'] } });
  const heavy = weigh({
    kind: 'return',
    seq: 0,
    time: 0,
    call: 0,
    outcome: 'returned',
    value: { a: ['b'.repeat(1_000)] },
  });
  expect(heavy - light).toBe(999);
  expect(weigh(frame(0, 1_010)) - weigh(frame(0, 10))).toBe(1_000);
});

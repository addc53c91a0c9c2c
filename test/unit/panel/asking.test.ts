import { expect, it } from 'vitest';
import { createAsking, type Known, PAUSE_MS } from '../../../src/panel/link/asking.ts';

const PAGE = { reasons: 'top 0', events: 0, soon: false };

/** Goes on for some pauses, in each of which what is known may change. @returns the pauses after which it was asked */
function askedAfter(
  pauses: number,
  knownAt: (pause: number) => Partial<Known & { readonly soon: boolean }>,
  sparesStreams = true,
): readonly number[] {
  const asking = createAsking({ sparesStreams });
  return Array.from({ length: pauses }, (_, at) => at + 1).filter((pause) => {
    const known = { ...PAGE, now: pause * PAUSE_MS, ...knownAt(pause) };
    const due = asking.isDue(known);
    if (due) asking.answered({ ...known, since: known.now });
    return due;
  });
}

it('asks at once, and ever more seldom while nothing new is told', () => {
  expect(askedAfter(24, () => ({}))).toEqual([1, 2, 4, 8, 12, 16, 20, 24]);
});

it('asks soon when something came up', () => {
  expect(askedAfter(7, (pause) => ({ reasons: pause < 6 ? 'top 0' : 'top,frame 0' }))).toEqual([
    1, 2, 4, 6, 7,
  ]);
});

it('asks each time while an answer shows what nothing else tells of', () => {
  expect(askedAfter(4, (pause) => ({ soon: true, events: pause * 600 }))).toEqual([1, 2, 3, 4]);
});

it('leaves a page in peace that streams, until it rests', () => {
  const streaming = (pause: number) => ({ events: Math.min(pause, 20) * 10_000 });
  expect(askedAfter(23, streaming, false)).toEqual([1, 2, 4, 8, 12, 16, 20]);
  expect(askedAfter(23, streaming)).toEqual([22, 23]);
});

it('does not take it for rest when nothing of a stream arrives for a pause', () => {
  const halting = (pause: number) => ({ events: Math.min(pause - (pause % 2), 20) * 10_000 });
  expect(askedAfter(23, halting)).toEqual([1, 22]);
});

it('asks while a page streams when something came up and the answer is still small', () => {
  const streaming = (pause: number) => ({ events: Math.min(pause, 20) * 600 });
  const withWorkerAt = (first: number) => (pause: number) => ({
    ...streaming(pause),
    reasons: pause < first ? 'top 0' : 'top 1',
  });
  expect(askedAfter(23, withWorkerAt(4))).toEqual([1, 4, 22]);
  expect(askedAfter(23, withWorkerAt(9))).toEqual([1, 22, 23]);
});

it('follows what nothing else tells of, and lets the panel breathe where much of it comes', () => {
  const streaming = (pause: number) => ({ soon: true, events: pause * 10_000 });
  expect(askedAfter(4, streaming, false)).toEqual([1, 2, 3, 4]);
  const afterAsked = (pause: number) => ({ soon: true, events: Math.ceil(pause / 3) * 10_000 });
  expect(askedAfter(9, afterAsked)).toEqual([3, 6, 9]);
});

it('takes no more than its share of the time', () => {
  const asking = createAsking({ sparesStreams: false });
  const answered = PAUSE_MS + 1_000;
  asking.isDue({ ...PAGE, now: PAUSE_MS });
  asking.answered({ ...PAGE, since: PAUSE_MS, now: answered });
  const changed = { ...PAGE, reasons: 'top 1' };
  expect(asking.isDue({ ...changed, now: answered + 19_000 })).toBe(false);
  expect(asking.isDue({ ...changed, now: answered + 20_000 })).toBe(true);
});

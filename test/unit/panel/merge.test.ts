import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { merge } from '../../../src/panel/store/merge.ts';
import { Prefix } from '../../../src/panel/store/prefix.ts';
import { frame } from './support.ts';

const documentOf = (document: string, gaps: readonly number[]): readonly CapturedEvent[] => {
  let time = 0;
  return gaps.map((gap, seq) => {
    time += gap;
    return { ...frame(), document, seq, time };
  });
};

it('puts the batches of two documents in order of time, however they arrive', () => {
  const gaps = fc.array(fc.nat(5), { maxLength: 30 });
  fc.assert(
    fc.property(gaps, gaps, fc.array(fc.boolean(), { maxLength: 60 }), (one, two, order) => {
      const waiting = [documentOf('a', one), documentOf('b', two)].map((events) => [...events]);
      let merged: Prefix<CapturedEvent> = Prefix.of([]);
      for (const first of order) merged = merge(merged, waiting[first ? 0 : 1]?.splice(0, 2) ?? []);
      for (const rest of waiting) merged = merge(merged, rest);
      const events = [...merged];

      expect(events).toHaveLength(one.length + two.length);
      expect(events.map(({ time }) => time)).toEqual(
        events.map(({ time }) => time).toSorted((a, b) => a - b),
      );
      for (const document of ['a', 'b']) {
        const numbers = events.filter((event) => event.document === document).map(({ seq }) => seq);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }),
  );
});

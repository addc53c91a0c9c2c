import { expect, test } from 'vitest';
import { createMeter } from '../../../src/relay/meter.ts';

test('batches and their characters are counted, also those that are no text', () => {
  const meter = createMeter(() => 0);
  for (const batch of ['[]\n', '', null]) meter.count(batch);
  expect(meter.cost).toEqual({ batches: 3, characters: 3, spent: 0 });
});

test('work is timed, also when it throws, and its result passed on', () => {
  const clock = { now: 0 };
  const meter = createMeter(() => clock.now);
  expect(
    meter.time(() => {
      clock.now += 3;
      return 'done';
    }),
  ).toBe('done');
  expect(() =>
    meter.time(() => {
      clock.now += 4;
      throw new Error('own');
    }),
  ).toThrow('own');
  expect(meter.cost.spent).toBe(7);
});

test('a clock that is set back takes nothing off', () => {
  const clock = { now: 0 };
  const meter = createMeter(() => clock.now);
  meter.time(() => {
    clock.now -= 5;
  });
  expect(meter.cost.spent).toBe(0);
});

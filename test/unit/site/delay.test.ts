import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { delay } from '../../site/tenant/delay.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is given is applied after the delay, in order', () => {
  const applied: string[] = [];
  const { later } = delay(300);
  later(() => applied.push('first'));
  later(() => applied.push('second'));
  vi.advanceTimersByTime(299);
  expect(applied).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(applied).toEqual(['first', 'second']);
});

test('what was cancelled is never applied, and what comes after is', () => {
  const applied: string[] = [];
  const { later, cancel } = delay(300);
  later(() => applied.push('cancelled'));
  cancel();
  later(() => applied.push('kept'));
  vi.advanceTimersByTime(300);
  expect(applied).toEqual(['kept']);
});

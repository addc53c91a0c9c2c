import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { PAUSE_MS } from '../../../src/panel/link/asking.ts';
import { poll } from '../../../src/panel/link/poll.ts';
import { INITIAL_STATE } from '../../../src/panel/store/state.ts';

const DEADLINE = 5_000;

/** Tells whether anything of the panel's document is in sight. */
let tellSight: (...sights: readonly boolean[]) => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { visibilityState: 'visible', documentElement: {} });
  class Observer {
    constructor(told: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
      tellSight = (...sights) => told(sights.map((isIntersecting) => ({ isIntersecting })));
    }
    observe = () => undefined;
  }
  vi.stubGlobal('IntersectionObserver', Observer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** @returns after how many milliseconds it was asked, in a minute */
async function askedAt(ask: (time: number) => Promise<boolean>): Promise<readonly number[]> {
  const start = performance.now();
  const times: number[] = [];
  void poll(
    { store: createStore(() => INITIAL_STATE) },
    () => {
      const time = performance.now() - start;
      times.push(time);
      return ask(time);
    },
    { sparesStreams: false, deadline: DEADLINE },
  );
  await vi.advanceTimersByTimeAsync(60_000);
  return times;
}

it('goes on to ask when it was not answered, which has cost nothing', async () => {
  const never = new Promise<boolean>(() => undefined);
  const times = await askedAt((time) => (time < 2 * PAUSE_MS ? never : Promise.resolve(false)));
  expect(times.length).toBeGreaterThan(4);
  expect(times[1]).toBeLessThan(PAUSE_MS + DEADLINE + 2 * PAUSE_MS);
});

it('asks nothing while nobody looks', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden', documentElement: {} });
  expect(await askedAt(() => Promise.resolve(false))).toEqual([]);
});

it('asks nothing behind another panel of DevTools, and again in front of it', async () => {
  setTimeout(() => tellSight(true, false), 20_000);
  setTimeout(() => tellSight(false, true), 41_000);
  const times = await askedAt(() => Promise.resolve(false));
  expect(times.some((time) => time < 20_000)).toBe(true);
  expect(times.find((time) => time > 20_000)).toBe(42_500);
});

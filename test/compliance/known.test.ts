import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN_DIFFERENCES } from './support/known-differences.ts';
import { startTwins, type Twins } from './support/twins.ts';

/**
 * What a page can notice if it looks for it, as `src/page/page.iife.ts` lists it: each thing exactly as far as it is
 * told there. One that is gone is to be struck off that list, and one that has grown is a fault.
 */
let twins: Twins;

beforeAll(async () => {
  twins = await startTwins();
});

afterAll(() => twins?.close());

test.each(KNOWN_DIFFERENCES.map((each) => [each.name, each] as const))('%s', async (_name, difference) => {
  const { run, without, within } = difference;
  expect(await twins.without.observe({ run })).toEqual(without);
  expect(await twins.within.observe({ run })).toEqual(within);
});

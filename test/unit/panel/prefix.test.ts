import { expect, it } from 'vitest';
import { Prefix } from '../../../src/panel/store/prefix.ts';

const letters = Prefix.of(['a', 'b']);

it('stays as it was when more is added', () => {
  const more = letters.with(['c']);
  const most = more.with(['d', 'e']);
  expect([...letters]).toEqual(['a', 'b']);
  expect([...more]).toEqual(['a', 'b', 'c']);
  expect([...most]).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(more.at(3)).toBeUndefined();
  expect(more.slice(1)).toEqual(['b', 'c']);
  expect(more.slice(2, 9)).toEqual(['c']);
});

it('can be added to twice, and neither sees the other', () => {
  const more = letters.with(['c']);
  const [one, two] = [more.with(['d']), more.with(['x', 'y'])];
  expect([...one]).toEqual(['a', 'b', 'c', 'd']);
  expect([...two]).toEqual(['a', 'b', 'c', 'x', 'y']);
});

it('never adds to the array of somebody else', () => {
  const array = ['a'];
  const list = Prefix.of(array).with(['b']);
  expect(array).toEqual(['a']);
  array.push('z');
  expect([...list]).toEqual(['a', 'b']);
});

it('is cut without being copied, and grows from there as another list', () => {
  const all = letters.with(['c', 'd']);
  const fewer = all.first(3);
  expect([...fewer.with(['x'])]).toEqual(['a', 'b', 'c', 'x']);
  expect([...fewer]).toEqual(['a', 'b', 'c']);
  expect([...all]).toEqual(['a', 'b', 'c', 'd']);
  expect(all.first(9)).toBe(all);
});

it('does not copy what it has to take more', () => {
  let list: Prefix<number> = Prefix.of([]);
  const batch = Array.from({ length: 10 }, (_, at) => at);
  const start = performance.now();
  for (let at = 0; at < 100_000; at += 1) list = list.with(batch);
  // A copy each time would take minutes.
  expect(performance.now() - start).toBeLessThan(5_000);
  expect(list.length).toBe(1_000_000);
});

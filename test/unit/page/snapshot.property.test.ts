import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSnapshot } from '../../../src/core/capture/parse-snapshot.ts';
import { snapshot } from '../../../src/page/snapshot.ts';

/** Values as pages have them: nested, shared, cyclic, with accessors and symbols, and of every class that there is. */
const anything = fc
  .anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    maxDepth: 5,
  })
  .chain((value) =>
    fc.constantFrom(
      value,
      { value, again: value },
      [value, () => value],
      Object.defineProperty({ value }, 'secret', {
        enumerable: true,
        get: () => {
          throw new Error('a getter was called');
        },
      }),
      new Proxy(typeof value === 'object' && value !== null ? value : {}, {}),
    ),
  );

test('any value gives a snapshot that the relay and the panel take', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const arrived: unknown = JSON.parse(JSON.stringify(snapshot(value)));
      expect(parseSnapshot(arrived)).toEqual(arrived);
    }),
    { numRuns: 2_000 },
  );
});

test('what JSON can say is taken as it is', () => {
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 8 });
  fc.assert(
    fc.property(json, (value) => {
      const text = JSON.stringify(value);
      // These two are marked, and -0 is not the 0 that JSON makes of it.
      fc.pre(!text.includes('"$mark"') && !text.includes('"__proto__"'));
      const same = JSON.parse(text);
      expect(JSON.parse(JSON.stringify(snapshot(same)))).toEqual(same);
    }),
  );
});

test('a value is not changed by being looked at', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 4 }), (value) => {
      const before = structuredClone(value);
      snapshot(Object.freeze(value));
      expect(value).toEqual(before);
    }),
  );
});

import fc from 'fast-check';
import type { Json } from '../../../src/core/capture/snapshot.ts';

/** Names that a schema knows, that every object inherits, and that nobody knows. */
const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'version', 'key', 'kind', 'type', '$mark', 'value'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

/** Any JSON value, with lone surrogates and dangerous names, shaped as `JSON.parse` shapes it. */
export const anyJson: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -3, max: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** `value` with one part of it, anywhere, replaced, removed, or joined by something new. */
export function oneChange(value: Json): fc.Arbitrary<Json> {
  const children = Object.entries(value ?? {});
  const here = [anyJson];
  if (typeof value !== 'object' || value === null) return fc.oneof(...here);
  const inside = children.map(([key, item]) => oneChange(item).map((other) => put(value, key, other)));
  const removed = children.map(([key]) => fc.constant(put(value, key, undefined)));
  const added = fc.tuple(name, anyJson).map(([key, item]) => put(value, key, item));
  return fc.oneof(...here, ...removed, added, ...inside.map((arbitrary) => ({ arbitrary, weight: 3 })));
}

function put(value: Json, key: string, item: Json | undefined): Json {
  if (Array.isArray(value)) {
    const items: Json[] = [...value];
    if (item === undefined) items.splice(Number(key), 1);
    else items[Number.isInteger(Number(key)) ? Math.min(Number(key), items.length) : items.length] = item;
    return items;
  }
  const entries = Object.entries(value ?? {}).filter(([other]) => other !== key);
  return Object.fromEntries(item === undefined ? entries : [...entries, [key, item]]);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTree, type TreeNode } from '../../../src/core/json/tree.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The text from which a part of the tree was read, as far as the next part. */
function valueAt(text: string, node: TreeNode): unknown {
  switch (node.kind) {
    case 'array':
      return node.items.map((item) => valueAt(text, item));
    case 'object':
      return node.properties.map(({ name, value }) => [name, valueAt(text, value)]);
    case 'scalar': {
      const rest = text.slice(node.offset);
      const [token = ''] = /^(?:"(?:[^"\\]|\\.)*"|[^\s,\]}]+)/.exec(rest) ?? [];
      return JSON.parse(token);
    }
  }
}

const asEntries = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asEntries);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([name, item]) => [name, asEntries(item)]);
};

describe('the JSON tree', () => {
  it('accepts what JSON.parse accepts, and nothing else', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.string({ unit: fc.constantFrom(...'{}[],:"\\ 0-9.eEtrufalsn/*\n\t') }))
      .map(([text, at, piece]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + piece + text.slice(cut + 1);
      });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string()), (text) => {
        const tree = parseTree(text);
        if ('code' in tree && tree.code === 'depth') return;
        expect(!('code' in tree), text).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('knows where every value stands', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, '  ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const tree = parseTree(text);
        if ('code' in tree) throw new Error(`${tree.code} in ${text}`);
        expect(JSON.stringify(valueAt(text, tree))).toBe(JSON.stringify(asEntries(JSON.parse(text))));
      }),
    );
  });

  it('puts every fault inside the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tree = parseTree(text);
        if (!('code' in tree)) return;
        expect(tree.offset).toBeGreaterThanOrEqual(0);
        expect(tree.offset).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

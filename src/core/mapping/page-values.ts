import type { Mapping } from './mapping.ts';

/** A value read from the page that an attribute can be compared with. */
export type PageValue = string | number | boolean;

/** The property paths that rows of a mapping want to be equal to. */
export const pagePaths = (mapping: Mapping | null): readonly string[] =>
  (mapping?.attributes ?? []).flatMap(({ expected }) =>
    typeof expected === 'object' ? [expected.page] : [],
  );

/** The mapping with what was read from the page in the place of its paths. What could not be read stays a path. */
export function withPageValues(mapping: Mapping, values: ReadonlyMap<string, PageValue>): Mapping {
  if (values.size === 0) return mapping;
  return {
    ...mapping,
    attributes: mapping.attributes.map((row) => {
      const value = typeof row.expected === 'object' ? values.get(row.expected.page) : undefined;
      return value === undefined ? row : { ...row, expected: value };
    }),
  };
}

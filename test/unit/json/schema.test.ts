import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import captureSchema from '../../../public/capture.schema.json' with { type: 'json' };
import mappingSchema from '../../../public/mapping.schema.json' with { type: 'json' };
import reportSchema from '../../../public/report.schema.json' with { type: 'json' };
import { NOTICE_CODES } from '../../../src/core/capture/event.ts';
import { conforms, type Schema } from '../../../src/core/json/schema.ts';
import { CAPTURE } from '../capture/example.ts';
import { DECLARING, EXAMPLE } from '../mapping/example.ts';
import { REPORT } from '../report/example.ts';
import { anyJson, oneChange } from './arbitrary.ts';

const SCHEMAS: readonly (readonly [name: string, schema: Schema, example: unknown])[] = [
  ['mapping', mappingSchema, EXAMPLE],
  ['mapping that declares its dialect', mappingSchema, DECLARING],
  ['capture', captureSchema, { version: 1, ...CAPTURE }],
  ['report', reportSchema, REPORT],
];

/** What a general validator says; `null` where it gives up, as it does on half a character in a name. */
function general(schema: object, value: unknown): boolean | null {
  try {
    return new Validator(schema, '2020-12').validate(value).valid;
  } catch {
    return null;
  }
}

describe.each(SCHEMAS)(
  'the schema of a %s, as it is read here and by a general validator',
  (_, schema, example) => {
    const plain = JSON.parse(JSON.stringify(example));

    it('takes the example', () => {
      expect(conforms(plain, schema)).toBe(true);
      expect(general(schema, plain)).toBe(true);
    });

    it('takes and refuses the same values', () => {
      fc.assert(
        fc.property(fc.oneof(oneChange(plain), oneChange(plain).chain(oneChange), anyJson), (value) => {
          const expected = general(schema, value);
          if (expected !== null) expect(conforms(value, schema)).toBe(expected);
        }),
        { numRuns: 3000 },
      );
    });

    it('uses no keyword that is not read here', () => {
      const read = new Set([
        ...[
          '$ref',
          '$defs',
          'type',
          'const',
          'enum',
          'required',
          'properties',
          'additionalProperties',
          'items',
        ],
        ...['prefixItems', 'minItems', 'maxItems', 'minLength', 'minimum', 'maximum', 'pattern', 'format'],
        ...['patternErrorMessage', 'if', 'then', 'oneOf'],
        ...['$schema', '$id', 'title', 'description', 'default', 'examples'],
      ]);
      expect([...keywords(schema)].filter((keyword) => !read.has(keyword))).toEqual([]);
    });
  },
);

function* keywords(schema: Schema): Generator<string> {
  yield* Object.keys(schema);
  const { properties = {}, $defs = {}, items, prefixItems = [], additionalProperties, oneOf = [] } = schema;
  const parts = [...Object.values(properties), ...Object.values($defs), ...prefixItems, ...oneOf];
  for (const part of [...parts, items, additionalProperties, schema.if, schema.then]) {
    if (typeof part === 'object') yield* keywords(part);
  }
}

it.each([
  ['capture', captureSchema],
  ['report', reportSchema],
])('the schema of a %s knows every notice that there is', (_, schema) => {
  const codes: unknown[] = [];
  const seek = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('code' in value && typeof value.code === 'object' && value.code !== null && 'enum' in value.code)
      codes.push(value.code.enum);
    Object.values(value).forEach(seek);
  };
  seek(schema);
  expect(codes).toEqual([expect.arrayContaining([...NOTICE_CODES])]);
  expect(codes[0]).toHaveLength(NOTICE_CODES.length);
});

import { type Fields, isFields } from '../capture/guards.ts';
import type { Json } from '../capture/snapshot.ts';
import type { Path } from './path.ts';

/**
 * The part of JSON Schema 2020-12 that the schemas in `public/` use; they are written so that nothing else is needed.
 * A general validator says only "does not match" where we must say what to do, recurses without bound, and joins its
 * errors by spreading, which a large broken file overflows.
 */
export interface Schema {
  /** For people and editors. */
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  /** `false`: no others. Absent: any others. */
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  /** What to do when the pattern does not match; VS Code knows this keyword as well. */
  readonly patternErrorMessage?: string;
  readonly format?: string;
  readonly if?: Schema;
  readonly then?: Schema;
  /** Branches told apart by a property that is `const` or `enum` in each: the one that allows its value is meant. */
  readonly oneOf?: readonly Schema[];
}

/** One rule of a schema that one part of a value breaks. */
export type Violation = { readonly path: Path; readonly value: unknown } & (
  | { readonly keyword: 'type'; readonly expected: readonly string[] }
  | { readonly keyword: 'const'; readonly expected: Json }
  | { readonly keyword: 'enum'; readonly allowed: readonly Json[] }
  | { readonly keyword: 'required'; readonly property: string }
  /** `path` leads to the property. */
  | { readonly keyword: 'unknown-property'; readonly property: string; readonly known: readonly string[] }
  | {
      readonly keyword: 'minItems' | 'maxItems' | 'minLength' | 'minimum' | 'maximum';
      readonly limit: number;
    }
  | { readonly keyword: 'pattern'; readonly advice: string }
  | { readonly keyword: 'format'; readonly format: string }
);

/** Whether `value` breaks no rule of `schema`. */
export function conforms(value: unknown, schema: Schema): boolean {
  return violations(value, schema).next().done === true;
}

/** Every rule of `schema` that `value` breaks, in no particular order. `root` is where `$ref` leads. */
export function* violations(
  value: unknown,
  schema: Schema,
  root = schema,
  path: Path = [],
): Generator<Violation> {
  if (schema.$ref !== undefined) yield* violations(value, resolve(schema.$ref, root), root, path);
  if (schema.oneOf) yield* violationsOfBranch(value, schema.oneOf, root, path);
  if (schema.if && schema.then && conforms(value, schema.if))
    yield* violations(value, schema.then, root, path);
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types && !types.some((type) => isOfType(value, type))) {
    yield { keyword: 'type', path, value, expected: types };
    return;
  }
  if (schema.const !== undefined && value !== schema.const) {
    yield { keyword: 'const', path, value, expected: schema.const };
  }
  if (schema.enum && !schema.enum.some((item) => item === value))
    yield { keyword: 'enum', path, value, allowed: schema.enum };
  if (typeof value === 'string') yield* violationsOfText(value, schema, path);
  else if (typeof value === 'number') yield* violationsOfNumber(value, schema, path);
  else if (Array.isArray(value)) yield* violationsOfArray(value, schema, root, path);
  else if (isFields(value)) yield* violationsOfObject(value, schema, root, path);
}

function* violationsOfText(value: string, schema: Schema, path: Path): Generator<Violation> {
  if (schema.minLength !== undefined && [...value].length < schema.minLength) {
    yield { keyword: 'minLength', path, value, limit: schema.minLength };
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    yield {
      keyword: 'pattern',
      path,
      value,
      advice: schema.patternErrorMessage ?? `it must match ${schema.pattern}`,
    };
  }
  if (schema.format === 'regex' && regexFault(value) !== null) {
    yield { keyword: 'format', path, value, format: schema.format };
  }
}

function* violationsOfNumber(value: number, schema: Schema, path: Path): Generator<Violation> {
  if (schema.minimum !== undefined && value < schema.minimum) {
    yield { keyword: 'minimum', path, value, limit: schema.minimum };
  }
  if (schema.maximum !== undefined && value > schema.maximum) {
    yield { keyword: 'maximum', path, value, limit: schema.maximum };
  }
}

function* violationsOfArray(
  value: readonly unknown[],
  schema: Schema,
  root: Schema,
  path: Path,
): Generator<Violation> {
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    yield { keyword: 'minItems', path, value, limit: schema.minItems };
  }
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    yield { keyword: 'maxItems', path, value, limit: schema.maxItems };
  }
  for (const [i, item] of value.entries()) {
    const rule = schema.prefixItems?.[i] ?? schema.items;
    if (rule) yield* violations(item, rule, root, [...path, i]);
  }
}

function* violationsOfObject(value: Fields, schema: Schema, root: Schema, path: Path): Generator<Violation> {
  for (const property of schema.required ?? []) {
    if (!Object.hasOwn(value, property)) yield { keyword: 'required', path, value, property };
  }
  const properties = schema.properties ?? {};
  for (const [property, item] of Object.entries(value)) {
    const rule = Object.hasOwn(properties, property) ? properties[property] : schema.additionalProperties;
    if (typeof rule === 'object') yield* violations(item, rule, root, [...path, property]);
    else if (rule === false) {
      const known = Object.keys(properties);
      yield { keyword: 'unknown-property', path: [...path, property], value: item, property, known };
    }
  }
}

function* violationsOfBranch(
  value: unknown,
  branches: readonly Schema[],
  root: Schema,
  path: Path,
): Generator<Violation> {
  const resolved = branches.map((branch) =>
    branch.$ref === undefined ? branch : resolve(branch.$ref, root),
  );
  const tags = Object.entries(resolved[0]?.properties ?? {}).filter(([, rule]) => allowedBy(rule).length > 0);
  const [tag] = tags[0] ?? [];
  if (tag === undefined) throw new Error('The branches of a oneOf must be told apart by a property.');
  if (!isFields(value)) {
    yield { keyword: 'type', path, value, expected: ['object'] };
    return;
  }
  if (!Object.hasOwn(value, tag)) {
    yield { keyword: 'required', path, value, property: tag };
    return;
  }
  const given = value[tag];
  const allowed = resolved.map((branch) => allowedBy(branch.properties?.[tag]));
  const branch = resolved[allowed.findIndex((choices) => choices.some((choice) => choice === given))];
  if (branch) yield* violations(value, branch, root, path);
  else yield { keyword: 'enum', path: [...path, tag], value: given, allowed: allowed.flat() };
}

function allowedBy(rule: Schema | undefined): readonly Json[] {
  return rule?.const === undefined ? (rule?.enum ?? []) : [rule.const];
}

function resolve(ref: string, root: Schema): Schema {
  const schema = ref === '#' ? root : root.$defs?.[ref.replace('#/$defs/', '')];
  if (!schema) throw new Error(`The schema has no ${ref}.`);
  return schema;
}

/** What is wrong with a regular expression, or `null` when nothing is. */
export function regexFault(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
  }
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isFields(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

import { isObject } from '../json.ts';
import type { FieldDefinition } from './definitions.ts';

export interface CustomField {
  readonly ident: string;
  readonly value: string;
}

/** The values that are stored of one case or one customer, by ident. */
export type FieldValues = ReadonlyMap<string, string>;

/** Longest value, in characters. */
const MAX_LENGTH = 1024;

/** Ids of options that end a branch; those of the branches themselves are not values. */
function leaves({ values }: FieldDefinition): ReadonlySet<string> {
  const parents = new Set(values.map(({ parentId }) => parentId));
  return new Set(values.map(({ name }) => name).filter((name) => !parents.has(name)));
}

function accepts(definition: FieldDefinition, value: string): boolean {
  switch (definition.type) {
    case 'text':
      return value.length <= MAX_LENGTH;
    case 'list':
    case 'tree':
      return leaves(definition).has(value);
  }
}

/**
 * What the backend keeps of an array of `{ ident, value }`. Undefined idents, values that are no option of their list
 * and values that are no text are left out without an error, which is the silent loss that the vendor's SDKs tell of.
 */
export function keepFields(given: unknown, definitions: readonly FieldDefinition[]): readonly CustomField[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((field: unknown) => {
    if (!isObject(field) || typeof field.value !== 'string') return [];
    const { ident, value } = field;
    const definition = definitions.find((one) => one.ident === ident);
    return definition && accepts(definition, value) ? [{ ident: definition.ident, value }] : [];
  });
}

/** Stored values with newer ones on top. */
export function withFields(stored: FieldValues, newer: readonly CustomField[]): FieldValues {
  return new Map([...stored, ...newer.map(({ ident, value }) => [ident, value] as const)]);
}

/** Stored values in the form in which frames carry them. */
export function asArray(stored: FieldValues): readonly CustomField[] {
  return [...stored].map(([ident, value]) => ({ ident, value }));
}

import type { Path } from '../json/path.ts';
import type { MappingRow, ValueType } from './mapping.ts';

/** A rule that a mapping breaks although each part of it has the right shape. */
export interface BrokenRule {
  readonly path: Path;
  readonly rule: string;
  readonly message: string;
}

/** Rows by their place in the file; `null` stands for one that is out of shape and says nothing. */
type Rows = readonly (MappingRow | null)[];

/** What no schema can say: rules within a row, and between rows. */
export function* brokenRules(rows: Rows): Generator<BrokenRule> {
  for (const [i, row] of rows.entries()) {
    if (!row) continue;
    for (const broken of rulesOfRow(row)) yield { ...broken, path: ['attributes', i, ...broken.path] };
  }
  yield* rulesBetweenRows(rows);
}

function* rulesOfRow(row: MappingRow): Generator<BrokenRule> {
  const { minLength, maxLength, expected } = row;
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    const message = `"minLength" (${minLength}) is above "maxLength" (${maxLength}), so no value fits: swap them.`;
    yield { path: ['minLength'], rule: 'length', message };
  }
  const seen = new Set<unknown>();
  for (const [i, value] of (row.enum ?? []).entries()) {
    const path = ['enum', i];
    const fault = seen.has(value) ? 'stands twice' : misfit(value, row);
    if (fault !== null)
      yield { path, rule: 'enum', message: `${JSON.stringify(value)} ${fault}: remove it or mend it.` };
    seen.add(value);
  }
  if (expected === undefined || typeof expected === 'object') return;
  const fault = row.enum && !row.enum.includes(expected) ? 'is not in "enum"' : misfit(expected, row);
  if (fault !== null) {
    const message = `"expected" can never be met, since ${JSON.stringify(expected)} ${fault}: mend one of the two.`;
    yield { path: ['expected'], rule: 'expected', message };
  }
}

/** Why a row refuses a value that it names itself, or `null` when it does not. */
function misfit(value: string | number | boolean, row: MappingRow): string | null {
  if (row.type !== undefined && !isOfType(value, row.type)) return `is not of the row's type, ${row.type}`;
  if (typeof value !== 'string') return null;
  if (row.pattern !== undefined && !new RegExp(row.pattern, 'u').test(value))
    return 'does not match "pattern"';
  if (row.minLength !== undefined && value.length < row.minLength) return 'is shorter than "minLength"';
  if (row.maxLength !== undefined && value.length > row.maxLength) return 'is longer than "maxLength"';
  return null;
}

function isOfType(value: string | number | boolean, type: ValueType): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function* rulesBetweenRows(rows: Rows): Generator<BrokenRule> {
  const keys = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    if (!row) continue;
    const first = keys.get(idOf(row, row.key));
    if (first === undefined) keys.set(idOf(row, row.key), i);
    else {
      const message = `"${row.key}" in "${row.namespace}" has a row already, attributes[${first}]: remove one of the two.`;
      yield { path: ['attributes', i, 'key'], rule: 'duplicate-key', message };
    }
  }
  const aliases = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    for (const [j, alias] of (row?.aliases ?? []).entries()) {
      if (!row) continue;
      const id = idOf(row, alias);
      const fault = aliasFault(i, keys.get(id), aliases.get(id));
      if (fault !== null) {
        yield {
          path: ['attributes', i, 'aliases', j],
          rule: 'alias',
          message: `"${alias}" ${fault}: remove it.`,
        };
      } else aliases.set(id, i);
    }
  }
}

function aliasFault(row: number, keyOf: number | undefined, aliasOf: number | undefined): string | null {
  if (keyOf === row) return "is the row's own key, so it is no mistake to use it";
  if (keyOf !== undefined)
    return `is the key of attributes[${keyOf}], so it cannot be a wrong name for this one`;
  if (aliasOf === row) return 'stands twice among the aliases';
  if (aliasOf !== undefined) return `is an alias of attributes[${aliasOf}] as well, so it could mean either`;
  return null;
}

/** Rows of different namespaces do not meet. */
function idOf(row: MappingRow, name: string): string {
  return JSON.stringify([row.namespace, name]);
}

/** The one part of a mapping row that is the tenant's own: is the key mapped in the admin settings? */
export interface AdminRow {
  readonly key: string;
  readonly namespace: string;
  readonly mapped?: boolean;
}

/** The only namespace that the backend reads. */
const NAMESPACE = 'custom';

/** The keys of the `custom` namespace that an administrator has mapped. All others vanish. */
export function mappedKeys(rows: readonly AdminRow[]): ReadonlySet<string> {
  return new Set(
    rows.filter((row) => row.namespace === NAMESPACE && row.mapped === true).map((row) => row.key),
  );
}

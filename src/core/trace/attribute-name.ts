/** Names an attribute among all others: no two that differ have the same name, whatever a page calls them. */
export const attributeName = (namespace: string | null, key: string): string =>
  namespace === null ? `-${key}` : `${namespace.length}:${namespace}${key}`;

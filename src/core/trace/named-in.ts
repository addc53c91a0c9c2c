/**
 * The conversation whose id is a part of an address: a segment of its path, or a value of its query.
 * @param dialect of the conversation: a short id may stand in another product's address for something else
 */
export const namedIn = <D, T extends { readonly dialect: D }>(
  byId: ReadonlyMap<string, T>,
  url: string,
  dialect: D,
): T | undefined =>
  url
    .split(/[/?&=#]/)
    .map((part) => byId.get(part))
    .find((known) => known?.dialect === dialect);

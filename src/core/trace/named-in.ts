/**
 * The conversation whose id is a part of an address: a segment of its path, or a value of its query.
 * @param dialect of the conversation: a short id may stand in another product's address for something else
 */
export const namedIn = <T extends { readonly dialect: string }>(
  byId: ReadonlyMap<string, T>,
  url: string,
  dialect: string,
): T | undefined =>
  url
    .split(/[/?&=#]/)
    .map((part) => byId.get(part))
    .find((known) => known?.dialect === dialect);

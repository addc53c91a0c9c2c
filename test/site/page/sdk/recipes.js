/** @import { Recipe } from '../types.ts' */

/**
 * What the SDK does when nobody has tampered with it: it sends the fields that it knows and strips the rest, so that
 * `customerId` never leaves the page.
 *
 * @type {Recipe}
 */
export const plain = {
  request: ({ name, email, customer_id, attributes }) => ({ name, email, customer_id, attributes }),
  streamUrl: (uri) => uri,
  lateAttributes: () => undefined,
};

/**
 * The session is created with a name and an address only.
 *
 * @type {Recipe}
 */
const withoutAttributes = { ...plain, request: ({ name, email }) => ({ name, email }) };

/**
 * The attributes leave in a frame of their own, when the session token has been issued.
 *
 * @type {Recipe}
 */
export const afterToken = { ...withoutAttributes, lateAttributes: ({ attributes }) => attributes };

/**
 * The attributes ride in the query of the socket's address, and nowhere else.
 *
 * @type {Recipe}
 */
export const inSocketUrl = {
  ...withoutAttributes,
  streamUrl(uri, { attributes }) {
    const url = new URL(uri);
    for (const [path, value] of leaves('attributes', attributes)) url.searchParams.set(path, String(value));
    return url.href;
  },
};

/**
 * The plain values in a tree of objects, by path.
 *
 * @param {string} path
 * @param {unknown} value
 * @returns {[path: string, value: unknown][]}
 */
function leaves(path, value) {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(`${path}.${key}`, child));
}

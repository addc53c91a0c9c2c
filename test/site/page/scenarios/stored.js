/** @import { Stored, Visit } from '../visit.ts' */

/**
 * Asks the demo what a vendor's backend has stored, which no vendor would tell.
 *
 * @param {Visit} visit
 * @param {string} id of the thread, of the guest's token, or of the chat
 * @returns {Promise<readonly Stored[]>} nothing where nothing has begun
 */
export async function storedOf({ origin, tell }, id) {
  const response = await fetch(`${origin}/demo/stored/${id}`);
  if (!response.ok) return [];
  /** @type {Stored} */
  const stored = await response.json();
  tell('tenant', 'has stored', JSON.stringify(stored.attributes));
  return [stored];
}

/** @import { Stored } from './visit.ts' */
import { byId, make } from './dom.js';

/**
 * Shows what the backend has stored of one conversation.
 *
 * @param {Stored} conversation
 */
export function showStored({ id, attributes }) {
  const entries = Object.entries(attributes);
  const list = entries.map(([key, value]) => [make('dt', {}, key), make('dd', {}, JSON.stringify(value))]);
  byId('stored').append(
    make('h4', {}, 'Conversation ', make('code', {}, id)),
    entries.length > 0
      ? make('dl', {}, ...list.flat())
      : make('p', { class: 'nothing' }, 'No custom attribute is stored.'),
  );
}

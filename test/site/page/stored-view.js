/** @import { ReadBack } from './types.ts' */
import { byId, make } from './dom.js';

/**
 * Shows what the backend has stored of one conversation.
 *
 * @param {ReadBack} conversation
 */
export function showStored({ id, custom_attributes }) {
  const attributes = Object.entries(custom_attributes);
  const list = attributes.map(([key, value]) => [make('dt', {}, key), make('dd', {}, JSON.stringify(value))]);
  byId('stored').append(
    make('h4', {}, 'Conversation ', make('code', {}, id)),
    attributes.length > 0
      ? make('dl', {}, ...list.flat())
      : make('p', { class: 'nothing' }, 'No custom attribute is stored.'),
  );
}

/** @import { StartChats } from '../../types.ts' */
/** @import { Play } from '../../visit.ts' */
import { readBack } from '../../read-back.js';

/**
 * Starts chats, exchanges a word in each, and asks the backend what it has stored.
 *
 * @param {StartChats} startChats
 * @returns {Play}
 */
export const talking =
  (startChats) =>
  async ({ tell }) => {
    const ends = [];
    for (const chat of await startChats(tell)) {
      await chat.ask('Hello, I have a question about my order.');
      const { id, custom_attributes: attributes } = await readBack(chat.session.conversationId);
      tell('page', 'reads the conversation back:', JSON.stringify(attributes));
      ends.push({ id, attributes });
    }
    return ends;
  };

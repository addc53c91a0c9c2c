/** @import { CxoneChat } from '../types.ts' */

/**
 * The SDK in the form of `window.cxoneChat`.
 *
 * @param {import('./chats.js').Chats} chats
 * @returns {CxoneChat}
 */
export function createCxoneChat(chats) {
  return {
    version: '1.0.0-demo',
    startChat(options) {
      return chats.start(options);
    },
    setAttributes(attributes) {
      chats.setAttributes(attributes);
    },
    endChat() {
      chats.last.end();
    },
  };
}

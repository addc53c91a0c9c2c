/** @import { Chat, ChatOptions, ChatGlobals, Tell } from '../types.ts' */

/** The page's global object, with what a chat SDK defines on it. */
export const page = /** @type {typeof globalThis & ChatGlobals} */ (globalThis);

/**
 * A call as a developer would write it.
 *
 * @param {string} callee
 * @param {unknown} argument
 */
export function asCode(callee, argument) {
  const literal = JSON.stringify(argument, null, 2).replace(/^(\s*)"([\w$]+)":/gm, '$1$2:');
  return `${callee}(${literal});`;
}

/**
 * Calls `startChat` as a page does: on whatever `window.cxoneChat` is at this moment.
 *
 * @param {ChatOptions} options
 * @param {Tell} tell
 * @returns {Promise<Chat> | undefined} what was returned; a stub returns nothing
 */
export function callStartChat(options, tell) {
  if (!page.cxoneChat) throw new Error('window.cxoneChat is not there.');
  tell('page', 'calls', asCode('cxoneChat.startChat', options));
  return page.cxoneChat.startChat(options);
}

/**
 * Calls `startChat` and waits for the conversation.
 *
 * @param {ChatOptions} options
 * @param {Tell} tell
 * @returns {Promise<Chat>}
 */
export async function startChat(options, tell) {
  const chat = await callStartChat(options, tell);
  if (!chat) throw new Error('startChat has promised no conversation.');
  return chat;
}

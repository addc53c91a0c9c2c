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
 * Calls a global function as a page does: whatever it is at this moment.
 *
 * @param {'cxone' | 'Genesys'} name
 * @param {Tell} tell
 * @param {...unknown} args
 */
export function callGlobal(name, tell, ...args) {
  const callee = page[name];
  if (!callee) throw new Error(`window.${name} is not there.`);
  tell('page', 'calls', `${name}(${args.map(asLiteral).join(', ')});`);
  callee(...args);
}

/** Longest text that is written out. */
const LONGEST = 80;

/**
 * An argument as a developer would write it, in one line.
 *
 * @param {unknown} argument
 * @returns {string}
 */
function asLiteral(argument) {
  if (typeof argument === 'function') return '() => { … }';
  if (typeof argument === 'string' && argument.length > LONGEST)
    return `"${argument.slice(0, LONGEST)}…" /* ${argument.length} characters */`;
  if (typeof argument !== 'object' || argument === null) return String(JSON.stringify(argument));
  const entries = Object.entries(argument).map(
    ([key, value]) => `${JSON.stringify(key)}: ${asLiteral(value)}`,
  );
  return `{ ${entries.join(', ')} }`;
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

/** @import { Tell } from './types.ts' */
import { byId, make } from './dom.js';

/**
 * Writes a line of the chat into the page.
 *
 * @type {Tell}
 */
export const tell = (speaker, text, code) => {
  const line = make('li', { 'data-speaker': speaker }, make('b', {}, speaker), make('span', {}, text));
  if (code) line.append(make('pre', {}, code));
  byId('log').append(line);
};

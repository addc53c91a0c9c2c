/** @import { Tell } from './types.ts' */
/** @import { Visit } from './visit.ts' */
import { byId } from './dom.js';
import { twinOrigin } from './widget/twin-origin.js';

/** Names the scenario that has asked for a reload. */
const AGAIN_KEY = 'demo:again';

/**
 * This loading of the page, for one scenario. What an earlier scenario has left in the storage is gone, unless it is this
 * one that comes back.
 *
 * @param {string} id
 * @param {Tell} tell
 * @returns {Visit}
 */
export function browserVisit(id, tell) {
  const again = sessionStorage.getItem(AGAIN_KEY) === id;
  if (again) sessionStorage.removeItem(AGAIN_KEY);
  else sessionStorage.clear();
  return {
    tell,
    origin: location.origin,
    storage: sessionStorage,
    again,
    reload() {
      sessionStorage.setItem(AGAIN_KEY, id);
      location.reload();
      return new Promise(() => undefined);
    },
    async openFrame(path, title) {
      const { port1, port2 } = new MessageChannel();
      const frame = await addFrame(path, title);
      frame.postMessage('port', twinOrigin(), [port2]);
      return port1;
    },
  };
}

/**
 * Puts a document of the vendor's into the page and waits until it has loaded.
 *
 * @param {string} path
 * @param {string} title
 * @returns {Promise<Window>} the frame's window
 */
export function addFrame(path, title) {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.src = twinOrigin() + path;
  return new Promise((resolve, reject) => {
    frame.addEventListener('load', () => {
      if (frame.contentWindow) resolve(frame.contentWindow);
      else reject(new Error('The frame has no window.'));
    });
    byId('widget').append(frame);
  });
}

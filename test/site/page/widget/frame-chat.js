/** @import { Chat, ChatOptions, FromWidget, Tell, ToWidget } from '../types.ts' */
import { Arrivals } from '../sdk/arrivals.js';
import { createChat } from '../sdk/chat.js';
import { twinOrigin } from './twin-origin.js';

/**
 * Starts a chat in the frame, which does everything that touches the network.
 *
 * @param {Window} frame
 * @param {ChatOptions} options
 * @param {Tell} tell
 * @returns {Promise<Chat>}
 */
export function startInFrame(frame, options, tell) {
  const origin = twinOrigin();
  const arrivals = new Arrivals();

  /** @param {ToWidget} message */
  const post = (message) => frame.postMessage(message, origin);

  return new Promise((resolve, reject) => {
    window.addEventListener('message', (event) => {
      if (event.origin !== origin || event.source !== frame) return;
      /** @type {FromWidget} */
      const message = event.data;
      switch (message.type) {
        case 'widget:tell':
          return tell(message.speaker, message.text, message.code);
        case 'widget:frame':
          return arrivals.add(message.frame);
        case 'widget:started':
          return resolve(
            createChat(
              message.session,
              arrivals,
              (frame) => post({ type: 'widget:send', frame }),
              () => post({ type: 'widget:end' }),
              tell,
            ),
          );
        case 'widget:failed':
          return reject(new Error(message.message));
      }
    });
    post({ type: 'widget:start', options });
  });
}

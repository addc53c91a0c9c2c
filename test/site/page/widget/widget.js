/** @import { Chat, FromWidget, Recipe, TenantFrame, ToWidget } from '../types.ts' */

import { DEPLOYMENT } from '../scenarios/values.js';
import { Arrivals } from '../sdk/arrivals.js';
import { openChat } from '../sdk/open-chat.js';
import { plain } from '../sdk/recipes.js';
import { twinOrigin } from './twin-origin.js';

/**
 * This vendor puts what the page gave under a namespace of its own, which the backend does not read.
 *
 * @type {Recipe}
 */
const underWidget = {
  ...plain,
  request: ({ name, email, attributes }) => ({ name, email, attributes: { widget: customOf(attributes) } }),
};

/**
 * @param {unknown} attributes
 * @returns {unknown}
 */
function customOf(attributes) {
  return typeof attributes === 'object' && attributes !== null && 'custom' in attributes
    ? attributes.custom
    : {};
}

/** @param {FromWidget} message */
function post(message) {
  parent.postMessage(message, twinOrigin());
}

/** Hands every frame on to the page. */
class ForwardedArrivals extends Arrivals {
  /**
   * @override
   * @param {TenantFrame} frame
   */
  add(frame) {
    super.add(frame);
    post({ type: 'widget:frame', frame });
  }
}

/** @type {Chat | undefined} */
let chat;

/** @param {ToWidget} message */
async function obey(message) {
  switch (message.type) {
    case 'widget:start':
      chat = await openChat(
        DEPLOYMENT,
        message.options,
        underWidget,
        (speaker, text, code) =>
          post({ type: 'widget:tell', speaker: speaker === 'SDK' ? 'widget' : speaker, text, code }),
        new ForwardedArrivals(),
      );
      return post({ type: 'widget:started', session: chat.session });
    case 'widget:send':
      return chat?.send(message.frame);
    case 'widget:end':
      return chat?.end();
  }
}

window.addEventListener('message', (event) => {
  if (event.origin !== twinOrigin()) return;
  obey(event.data).catch((error) => post({ type: 'widget:failed', message: String(error) }));
});

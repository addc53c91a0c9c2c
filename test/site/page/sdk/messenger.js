/** @import { ChatOptions, ChatGlobals, Deployment, Tell } from '../types.ts' */
import { Chats } from './chats.js';

/**
 * The SDK in the form of a class. Each page has a log of its own, so the class is made for it.
 *
 * @param {Tell} tell
 * @returns {NonNullable<ChatGlobals['GenesysCloudWebMessaging']>}
 */
export function createMessengerClass(tell) {
  return class GenesysCloudWebMessaging {
    #chats;

    /** @param {Deployment} deployment */
    constructor(deployment) {
      this.#chats = new Chats(deployment, tell);
    }

    /** @param {ChatOptions} options */
    startChat(options) {
      return this.#chats.start(options);
    }

    /** @param {unknown} attributes */
    setAttributes(attributes) {
      this.#chats.setAttributes(attributes);
    }

    endChat() {
      this.#chats.last.end();
    }
  };
}

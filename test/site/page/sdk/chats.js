/** @import { Chat, ChatOptions, Deployment, Recipe, Tell } from '../types.ts' */
import { openChat } from './open-chat.js';
import { plain } from './recipes.js';

/** The conversations that one SDK object holds open; its other methods mean the last of them. */
export class Chats {
  /** @type {Chat | undefined} */
  #last;
  #deployment;
  #tell;
  #recipe;

  /**
   * @param {Deployment} deployment
   * @param {Tell} tell
   * @param {Recipe} [recipe]
   */
  constructor(deployment, tell, recipe = plain) {
    this.#deployment = deployment;
    this.#tell = tell;
    this.#recipe = recipe;
  }

  /**
   * @param {ChatOptions} options
   * @returns {Promise<Chat>}
   */
  async start(options) {
    const chat = await openChat(this.#deployment, options, this.#recipe, this.#tell);
    this.#last = chat;
    return chat;
  }

  /**
   * Sends attributes of the last conversation, which is after its session token was issued.
   *
   * @param {unknown} attributes
   */
  setAttributes(attributes) {
    const { send, session } = this.last;
    send({ type: 'conversation:attributes', conversationId: session.conversationId, attributes });
  }

  /** The conversation that was started last. Throws when there is none. */
  get last() {
    if (!this.#last) throw new Error('No chat has started. Call startChat first.');
    return this.#last;
  }
}

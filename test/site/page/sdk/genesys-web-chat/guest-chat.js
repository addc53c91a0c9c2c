/** @import { CreateChat, CreatedChat, StreamEvent } from './types.ts' */

const PATH = '/api/v2/webchat/guest/conversations';

/** A chat of the retired product: created by one request, heard over a stream, spoken by further requests. */
export class GuestChat {
  #origin;
  #chat;
  #stream;

  /**
   * @param {string} origin
   * @param {CreatedChat} chat
   * @param {WebSocket} stream that is open
   */
  constructor(origin, chat, stream) {
    this.id = chat.id;
    this.memberId = chat.member.id;
    this.#origin = origin;
    this.#chat = chat;
    this.#stream = stream;
  }

  /**
   * Creates a chat. Whatever is to be known of the member must be in this one request.
   *
   * @param {string} origin
   * @param {CreateChat} request
   * @returns {Promise<GuestChat>}
   */
  static async create(origin, request) {
    const response = await fetch(origin + PATH, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    /** @type {CreatedChat} */
    const chat = await response.json();
    const stream = new WebSocket(chat.eventStreamUri);
    await new Promise((resolve, reject) => {
      // The first thing that it tells is that the member is there.
      stream.addEventListener('message', resolve, { once: true });
      stream.addEventListener('close', () => reject(new Error('The stream closed before the chat began.')));
    });
    return new GuestChat(origin, chat, stream);
  }

  /**
   * @param {string} body
   * @returns {Promise<string>} the agent's reply
   */
  async say(body) {
    const reply = this.#nextReply();
    await this.#post('typing', {});
    await this.#post('messages', { body, bodyType: 'standard' });
    return reply;
  }

  /** @returns {Promise<string>} */
  #nextReply() {
    return new Promise((resolve) => {
      this.#stream.addEventListener('message', (event) => {
        /** @type {StreamEvent} */
        const { eventBody, metadata } = JSON.parse(event.data);
        const isReply = metadata?.type === 'message' && eventBody.sender?.id !== this.memberId;
        if (isReply && eventBody.body !== undefined) resolve(eventBody.body);
      });
    });
  }

  /**
   * @param {'messages' | 'typing'} resource
   * @param {object} body
   */
  async #post(resource, body) {
    const url = `${this.#origin}${PATH}/${this.id}/members/${this.memberId}/${resource}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { Authorization: `Bearer ${this.#chat.jwt}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The tenant has refused what was said with status ${response.status}.`);
  }
}

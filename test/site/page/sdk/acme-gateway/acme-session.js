/** @import { Context, Created, Received } from './types.ts' */

const PATH = '/acme/sessions';

/** A session of the gateway: created by a request, and spoken to over a socket. */
export class AcmeSession {
  #origin;
  #socket;
  #number = 0;
  #token = '';

  /**
   * @param {string} origin
   * @param {number} id
   * @param {WebSocket} socket that is open
   */
  constructor(origin, id, socket) {
    this.id = id;
    this.#origin = origin;
    this.#socket = socket;
  }

  /**
   * @param {string} origin
   * @param {string} visitor
   * @returns {Promise<AcmeSession>} which has not said hello
   */
  static async create(origin, visitor) {
    const response = await fetch(origin + PATH, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ visitor }),
    });
    /** @type {Created} */
    const created = await response.json();
    const socket = new WebSocket(created.socket);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('close', () => reject(new Error('The gateway has closed the socket.')));
    });
    return new AcmeSession(origin, created.session.id, socket);
  }

  /**
   * Says hello, with fields.
   *
   * @param {Context} context
   * @returns {Promise<void>} settled once the session has started; rejects with what the gateway says against it
   */
  async hello(context) {
    const started = await this.#ask({ kind: 'hello', fields: toPairs(context) }, 'session.started');
    this.#token = started.session.token;
  }

  /**
   * Sends fields in a frame of their own.
   *
   * @param {Context} context
   */
  async give(context) {
    await this.#ask({ kind: 'fields', fields: toPairs(context) }, 'ack');
  }

  /**
   * @param {string} text
   * @returns {Promise<string>} the agent's reply
   */
  async say(text) {
    return (await this.#ask({ kind: 'say', text }, 'said')).text;
  }

  /** @returns {Promise<Context>} the fields that the gateway holds */
  async readFields() {
    const response = await fetch(`${this.#origin}${PATH}/${this.id}/fields`, {
      headers: { Authorization: `Bearer ${this.#token}` },
    });
    return response.json();
  }

  /**
   * Sends a frame under the next number.
   *
   * @template {Received['kind']} Kind
   * @param {object} frame
   * @param {Kind} kind of the frame that comes of it
   * @returns {Promise<Extract<Received, { kind: Kind }>>} rejects with what the gateway says against it
   */
  #ask(frame, kind) {
    this.#number += 1;
    const number = this.#number;
    const answer = this.#answer(number, kind);
    this.#socket.send(JSON.stringify({ number, ...frame }));
    return answer;
  }

  /**
   * @template {Received['kind']} Kind
   * @param {number} number
   * @param {Kind} kind
   * @returns {Promise<Extract<Received, { kind: Kind }>>}
   */
  #answer(number, kind) {
    return new Promise((resolve, reject) => {
      const done = new AbortController();
      const take = (/** @type {MessageEvent} */ event) => {
        /** @type {Received} */
        const frame = JSON.parse(event.data);
        const refused = frame.kind === 'error' && frame.number === number;
        if (refused) reject(new Error(frame.problem.text));
        else if (isOfKind(frame, kind)) resolve(frame);
        else return;
        done.abort();
      };
      this.#socket.addEventListener('message', take, { signal: done.signal });
    });
  }
}

/**
 * @template {Received['kind']} Kind
 * @param {Received} frame
 * @param {Kind} kind
 * @returns {frame is Extract<Received, { kind: Kind }>}
 */
const isOfKind = (frame, kind) => frame.kind === kind;

/**
 * Fields as the gateway wants them: pairs in an array, for each namespace.
 *
 * @param {Context} context
 */
const toPairs = (context) =>
  Object.fromEntries(
    Object.entries(context).map(([namespace, fields]) => [
      namespace,
      Object.entries(fields).map(([name, value]) => ({ name, value })),
    ]),
  );

/** @import { Attributes, GuestOptions, Place, Received } from './types.ts' */

/** The tracing id of every heartbeat. */
const HEARTBEAT_ID = 'SGVhbHRoQ2hlY2tNZXNzYWdlSWQ=';
const HEARTBEAT_MS = 30_000;

/** An error of the guest API, by its number. */
export class GuestError extends Error {
  /**
   * @param {number} code
   * @param {string} message
   */
  constructor(code, message) {
    super(`${message} (${code}).`);
    this.code = code;
  }
}

/** A session of the guest API. Attributes ride with a message, or with the event that joins the conversation. */
export class GuestSession {
  #socket;
  #options;
  /** What was asked last and is not answered: errors do not say what they answer. */
  /** @type {{ takes: (frame: Received) => boolean, resolve: (frame: Received) => void, reject: (error: Error) => void } | undefined} */
  #asked;

  /**
   * @param {WebSocket} socket that is open
   * @param {GuestOptions} options
   */
  constructor(socket, options) {
    this.#socket = socket;
    this.#options = options;
    const ping = { action: 'echo', message: { text: 'ping', type: 'Text' }, tracingId: HEARTBEAT_ID };
    const heartbeat = setInterval(() => this.#send(ping), HEARTBEAT_MS);
    socket.addEventListener('close', () => clearInterval(heartbeat));
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(event.data)));
  }

  /**
   * Opens the socket and configures the session.
   *
   * @param {GuestOptions} options
   * @returns {Promise<GuestSession>}
   */
  static async open(options) {
    const { api, deploymentId, application } = options;
    const socket = new WebSocket(`${api}/v1?${new URLSearchParams({ deploymentId, application })}`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('close', () => reject(new Error('The guest API refused the deployment.')));
    });
    const session = new GuestSession(socket, options);
    await session.#configure();
    return session;
  }

  /**
   * Sends a message of the visitor, with attributes if there are any.
   *
   * @param {string} text
   * @param {Attributes} [attributes]
   * @param {Place} [place]
   * @returns {Promise<string>} the agent's reply; rejects with a {@link GuestError} when the message is refused
   */
  async say(text, attributes, place = 'message') {
    const channel = attributes && { channel: { metadata: { customAttributes: attributes } } };
    const inside = place === 'message' ? channel : undefined;
    const beside = place === 'channel' ? channel : undefined;
    const message = { text, metadata: { id: crypto.randomUUID() }, ...inside, type: 'Text' };
    const reply = await this.#ask({ action: 'onMessage', message, ...beside }, isOutbound);
    return typeof reply.body === 'string' ? reply.body : (reply.body.text ?? '');
  }

  /**
   * Joins the conversation without a word, which is how a conversation starts by itself.
   *
   * @param {Attributes} attributes
   */
  async join(attributes) {
    const message = {
      events: [{ eventType: 'Presence', presence: { type: 'Join' } }],
      channel: { metadata: { customAttributes: attributes } },
      type: 'Event',
    };
    await this.#ask({ action: 'onMessage', message }, isInbound);
  }

  /** Tells that the visitor is typing. */
  type() {
    const message = { events: [{ eventType: 'Typing', typing: { type: 'On' } }], type: 'Event' };
    this.#send({ action: 'onMessage', message });
  }

  /** Ends the session; settled once the backend has closed it, and the socket with it. */
  async close() {
    await this.#ask({ action: 'closeSession', closeAllConnections: true }, isClosed);
    const closed = new Promise((resolve) => this.#socket.addEventListener('close', resolve));
    this.#socket.close(1000);
    await closed;
  }

  async #configure() {
    const customer = { id: crypto.randomUUID(), idType: 'cookie' };
    const journeyContext = { customer, customerSession: { id: '', type: 'web' } };
    const { deploymentId } = this.#options;
    await this.#ask(
      { action: 'configureSession', deploymentId, startNew: false, journeyContext },
      (frame) => frame.class === 'SessionResponse',
    );
  }

  /**
   * @param {object} question
   * @param {(frame: Received) => boolean} takes which frame is its answer
   * @returns {Promise<Received>}
   */
  #ask(question, takes) {
    return new Promise((resolve, reject) => {
      this.#asked = { takes, resolve, reject };
      this.#send({ tracingId: crypto.randomUUID(), ...question });
    });
  }

  /** @param {object} frame */
  #send(frame) {
    this.#socket.send(JSON.stringify({ token: this.#options.token, ...frame }));
  }

  /** @param {Received} frame */
  #receive(frame) {
    if (frame.tracingId === HEARTBEAT_ID) return;
    const asked = this.#asked;
    if (frame.code >= 400) {
      const message = typeof frame.body === 'string' ? frame.body : (frame.body.errorMessage ?? frame.class);
      asked?.reject(new GuestError(frame.code, message));
    } else if (asked?.takes(frame)) {
      asked.resolve(frame);
    }
  }
}

/** @param {Received} frame */
const isOutbound = ({ body }) => typeof body !== 'string' && body.direction === 'Outbound';

/** @param {Received} frame */
const isInbound = ({ body }) => typeof body !== 'string' && body.direction === 'Inbound';

/** @param {Received} frame */
const isClosed = (frame) => frame.class === 'ConnectionClosedEvent';

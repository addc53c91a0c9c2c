/** @import { ChatSdkOptions, Identity, PostbackData, PushData, Received } from './types.ts' */

const HEARTBEAT_MS = 15_000;

/**
 * The socket of CXone Digital. Everything that is asked has an `eventId`, and what answers it has the same.
 */
export class Gateway {
  #socket;
  #options;
  /** @type {Identity} */
  #identity;
  /** @type {Map<string, { resolve: (data: PostbackData) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();
  #pushes = new EventTarget();

  /**
   * @param {WebSocket} socket that is open
   * @param {ChatSdkOptions} options
   */
  constructor(socket, options) {
    this.#socket = socket;
    this.#options = options;
    this.#identity = options.customerId === undefined ? {} : { idOnExternalPlatform: options.customerId };
    this.#use(socket);
  }

  /** @param {WebSocket} socket */
  #use(socket) {
    const heartbeat = setInterval(() => socket.send(JSON.stringify({ action: 'heartbeat' })), HEARTBEAT_MS);
    socket.addEventListener('close', () => clearInterval(heartbeat));
    socket.addEventListener('message', (event) => this.#receive(JSON.parse(event.data)));
  }

  /** The socket breaks, and another one is opened in its place. What came meanwhile is not sent again. */
  async reconnect() {
    const closed = new Promise((resolve) => this.#socket.addEventListener('close', resolve));
    this.#socket.close();
    await closed;
    this.#socket = await openSocket(this.#options);
    this.#use(this.#socket);
    await this.authorize();
  }

  /**
   * Opens the socket. The visitor's id rides in its address, since a browser can set no header of a handshake.
   *
   * @param {ChatSdkOptions} options
   * @returns {Promise<Gateway>} rejects when the socket closes before it opens: the gateway did not authorize
   */
  static async open(options) {
    return new Gateway(await openSocket(options), options);
  }

  /** Tells the gateway who the visitor is. From here on he is who the gateway says that he is. */
  async authorize() {
    const authorization = { authorizationCode: null };
    const data = { authorization, disableChannelInfo: true, sdkVersion: '2.2.0', sdkPlatform: 'web' };
    const { consumerIdentity } = await this.#ask('register', 'AuthorizeCustomer', data);
    if (consumerIdentity) this.#identity = consumerIdentity;
  }

  /**
   * @param {string} eventType
   * @param {object} data
   * @returns {Promise<PostbackData>} rejects with the gateway's own words when it refuses
   */
  request(eventType, data) {
    return this.#ask('chatWindowEvent', eventType, data);
  }

  /**
   * Sends what nobody waits for an answer to.
   *
   * @param {string} eventType
   * @param {object} data
   */
  tell(eventType, data) {
    this.#send('chatWindowEvent', eventType, data);
  }

  /**
   * Calls a listener with each event of a type that the gateway sends of its own accord.
   *
   * @param {string} eventType
   * @param {(data: PushData) => void} listener
   */
  on(eventType, listener) {
    this.#pushes.addEventListener(eventType, (event) => {
      if (event instanceof CustomEvent) listener(event.detail);
    });
  }

  /**
   * @param {'register' | 'chatWindowEvent'} action
   * @param {string} eventType
   * @param {object} data
   * @returns {Promise<PostbackData>}
   */
  #ask(action, eventType, data) {
    const eventId = this.#send(action, eventType, data);
    return new Promise((resolve, reject) => this.#waiting.set(eventId, { resolve, reject }));
  }

  /**
   * @param {'register' | 'chatWindowEvent'} action
   * @param {string} eventType
   * @param {object} data
   * @returns {string} the number of what was sent
   */
  #send(action, eventType, data) {
    const { brandId, channelId } = this.#options;
    const eventId = crypto.randomUUID();
    const payload = {
      eventType,
      brand: { id: brandId },
      channel: { id: channelId },
      consumerIdentity: this.#identity,
      data,
      destination: {},
      visitor: {},
      visit: {},
    };
    this.#socket.send(JSON.stringify({ action, eventId, payload }));
    return eventId;
  }

  /** @param {Received | 'pong'} frame */
  #receive(frame) {
    if (frame === 'pong' || frame.eventId === undefined) return;
    const asked = this.#waiting.get(frame.eventId);
    if (frame.error) {
      const { errorCode, errorMessage = errorCode } = frame.error;
      asked?.reject(new Error(`${errorMessage} (${errorCode}).`));
    } else if (frame.data?.s3Object) {
      this.#fetchEvent(frame.data.s3Object.url).catch(() =>
        asked?.reject(new Error('The event is not there.')),
      );
    } else if (frame.eventType !== undefined) {
      this.#pushes.dispatchEvent(new CustomEvent(frame.eventType, { detail: frame.data ?? {} }));
    } else {
      asked?.resolve(frame.postback?.data ?? {});
    }
  }

  /**
   * What is too large for the socket is at an address.
   *
   * @param {string} url
   */
  async #fetchEvent(url) {
    const response = await fetch(url);
    this.#receive(await response.json());
  }
}

/**
 * @param {ChatSdkOptions} options
 * @returns {Promise<WebSocket>} that is open
 */
function openSocket({ brandId, channelId, customEnvironment, customerId, transactionToken }) {
  const query = new URLSearchParams({
    v: '1',
    sdkPlatform: 'web',
    sdkVersion: '2.2.0',
    brandId: String(brandId),
    channelId,
    ...(customerId !== undefined && { customerId }),
    ...(transactionToken !== undefined && { transactionToken }),
    visitorId: '',
  });
  const socket = new WebSocket(`${customEnvironment.gateway}/?${query}`);
  return new Promise((resolve, reject) => {
    socket.addEventListener('close', () => reject(new Error('The gateway refused the visitor.')));
    socket.addEventListener('open', () => resolve(socket));
  });
}

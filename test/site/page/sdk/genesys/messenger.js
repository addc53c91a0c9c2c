/** @import { Visit } from '../../visit.ts' */
/** @import { Attributes } from './types.ts' */
import { Database } from './database.js';
import { FrameLine } from './frame-line.js';
import { GuestError } from './guest-session.js';

const TOO_LARGE = 4013;
const TOKEN_KEY = 'genesys:token';

/**
 * What the Messenger does on behalf of the page's `Genesys(…)` calls, and of its visitor. The socket is not here: it is in
 * the Messenger's own frame, which has another origin.
 */
export class Messenger {
  #visit;
  #deploymentId;
  #database = new Database();
  #isReady = false;
  #events = new EventTarget();
  /** @type {Promise<FrameLine> | undefined} */
  #line;

  /**
   * @param {Visit} visit
   * @param {string} deploymentId
   */
  constructor(visit, deploymentId) {
    this.#visit = visit;
    this.#deploymentId = deploymentId;
  }

  /** Fetches the deployment's configuration. From then on the database takes attributes. */
  async start() {
    const path = `/webdeployments/v1/deployments/${this.#deploymentId}/config.json`;
    const response = await fetch(this.#visit.origin + path);
    if (!response.ok) throw new Error(`The deployment is answered with ${response.status}.`);
    this.#isReady = true;
    this.#events.dispatchEvent(new Event('Database.ready'));
  }

  /**
   * Takes one call of `Genesys`. What it does not know is passed over without a word.
   *
   * @param {readonly unknown[]} call
   */
  obey([kind, name, ...args]) {
    const [first, resolve, reject] = args;
    switch (kind === 'subscribe' ? kind : name) {
      case 'subscribe':
        this.#events.addEventListener(String(name), () => callBack(first));
        return;
      case 'Database.set':
      case 'Database.update':
        if (this.#isReady) this.#database.set(attributesOf(first));
        callBack(this.#isReady ? resolve : reject);
        return;
      case 'Database.remove':
        this.#database.remove(nameIn(first).replace('messaging.customAttributes.', ''));
        return;
      case 'Messenger.open':
        this.#line ??= this.#open();
        return;
    }
  }

  /**
   * Sends a message of the visitor, with the attributes that have changed.
   *
   * @param {string} text
   * @returns {Promise<string>} the agent's reply; rejects when the message is refused
   */
  async say(text) {
    const line = await this.#opened();
    try {
      return await line.order({ type: 'say', text, attributes: this.#database.take() });
    } catch (error) {
      if (error instanceof GuestError && error.code === TOO_LARGE) {
        this.#database.clear();
        this.#events.dispatchEvent(new Event('MessagingService.customAttributesSizeExceeded'));
      }
      throw error;
    }
  }

  /** The visitor ends the conversation; settled once the backend has closed it. */
  async clear() {
    const line = await this.#opened();
    await line.order({ type: 'close' });
  }

  /** The visitor opens the Messenger; settled once its session is configured. */
  async open() {
    await this.#opened();
  }

  /** The name that the backend knows the session by, on this page and on the next. */
  get token() {
    const token = this.#visit.storage.getItem(TOKEN_KEY) ?? crypto.randomUUID();
    this.#visit.storage.setItem(TOKEN_KEY, token);
    return token;
  }

  #opened() {
    this.#line ??= this.#open();
    return this.#line;
  }

  async #open() {
    const line = new FrameLine(await this.#visit.openFrame('/messenger/index.html', 'Messenger'));
    await line.order({ type: 'open', deploymentId: this.#deploymentId, token: this.token });
    return line;
  }
}

/** @param {unknown} listener */
function callBack(listener) {
  if (typeof listener === 'function') listener();
}

/**
 * Where the Messenger looks for attributes, and nowhere else: `{ messaging: { customAttributes } }`.
 *
 * @param {unknown} options
 * @returns {Attributes}
 */
const attributesOf = (options) => objectIn(objectIn(options, 'messaging'), 'customAttributes');

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {Record<string, unknown>} empty where there is no object
 */
function objectIn(value, key) {
  if (typeof value !== 'object' || value === null) return {};
  const found = Reflect.get(value, key);
  return typeof found === 'object' && found !== null ? found : {};
}

/**
 * @param {unknown} options `{ name }`, as the database's own commands take it
 * @returns {string}
 */
const nameIn = (options) =>
  typeof options === 'object' && options !== null ? String(Reflect.get(options, 'name')) : '';

/** @import { Visit } from '../../visit.ts' */
/** @import { Visitor } from './types.ts' */
/** @import { Thread } from './thread.js' */
import { ChatSdk } from './chat-sdk.js';

/** What the hosted widget does on behalf of the page's `cxone(…)` calls, and of its visitor. */
export class Widget {
  #visit;
  #origin;
  #isStrict;
  /** What was set before there was a thread to set it on. */
  #contactFields = new Map();
  #customerFields = new Map();
  #sendsFirstMessage = false;
  /** @type {ChatSdk | undefined} */
  #sdk;
  /** @type {Thread | undefined} */
  #thread;
  /** @type {Promise<Visitor> | undefined} */
  #visitor;

  /**
   * @param {Visit} visit
   * @param {string} origin of the brand's services
   * @param {boolean} isStrict whether it refuses what is no text, as later versions do
   */
  constructor(visit, origin, isStrict) {
    this.#visit = visit;
    this.#origin = origin;
    this.#isStrict = isStrict;
  }

  /**
   * The widget as the visitor meets it, once the gateway has authorized him.
   *
   * @returns {Promise<Visitor>}
   */
  async visitor() {
    if (!this.#visitor) throw new Error('The page has not initialised the chat.');
    return this.#visitor;
  }

  /**
   * Takes one call of `cxone`. What it does not know is passed over without a word.
   *
   * @param {readonly unknown[]} call
   */
  obey([module, command, ...args]) {
    if (module !== 'chat') return;
    const [first, second] = args;
    if (this.#isStrict && String(command).endsWith('CustomField') && typeof second !== 'string')
      // The vendor's own words, which do not name the fault.
      throw new Error(`Value of custom field "${first}" exceeds maximum length of 1024 characters`);
    switch (command) {
      case 'init':
        this.#visitor = this.#start(Number(first), String(second));
        return;
      case 'setCaseCustomField':
      case 'setContactCustomField':
        if (this.#thread) this.#thread.setCustomField(String(first), second);
        else this.#contactFields.set(first, second);
        return;
      case 'setCustomerCustomField':
        if (this.#sdk) this.#sdk.customer.setCustomField(String(first), second);
        else this.#customerFields.set(first, second);
        return;
      case 'sendFirstMessageAutomatically':
        this.#sendsFirstMessage = true;
        return;
    }
  }

  /**
   * @param {number} brandId
   * @param {string} channelId
   * @returns {Promise<Visitor>}
   */
  async #start(brandId, channelId) {
    const customEnvironment = { chat: this.#origin, gateway: this.#origin.replace(/^http/, 'ws') };
    const options = { brandId, channelId, customEnvironment };
    const { preContactForm } = await ChatSdk.getChannelInfo(options);
    const sdk = await ChatSdk.authorize({ ...options, customerId: this.#customerId(brandId) });
    const { thread, known } = this.#threadOf(sdk, brandId);
    for (const [ident, value] of this.#contactFields) thread.setCustomField(ident, value);
    for (const [ident, value] of this.#customerFields) sdk.customer.setCustomField(ident, value);
    this.#sdk = sdk;
    this.#thread = thread;
    if (known) await thread.recover();
    if (this.#sendsFirstMessage) await thread.startChat();
    return this.#visitorOf(thread, brandId, preContactForm !== null);
  }

  /**
   * The widget's own name for the visitor, which has nothing to do with the customer of the CRM.
   *
   * @param {number} brandId
   * @returns {string}
   */
  #customerId(brandId) {
    const key = `cxone:${brandId}:_BECustomerId`;
    const id = this.#visit.storage.getItem(key) ?? crypto.randomUUID();
    this.#visit.storage.setItem(key, id);
    return id;
  }

  /**
   * The thread of an earlier visit, if a message was sent in it, or a new one.
   *
   * @param {ChatSdk} sdk
   * @param {number} brandId
   */
  #threadOf(sdk, brandId) {
    const id = this.#visit.storage.getItem(threadKey(brandId));
    return { thread: sdk.getThread(id ?? crypto.randomUUID()), known: id !== null };
  }

  /**
   * @param {Thread} thread
   * @param {number} brandId
   * @param {boolean} hasSurvey
   * @returns {Visitor}
   */
  #visitorOf(thread, brandId, hasSurvey) {
    let mustAnswer = hasSurvey;
    /** @type {Visitor['say']} */
    const say = async (text) => {
      if (mustAnswer) throw new Error('The widget shows its survey first.');
      const reply = thread.nextReply();
      await thread.sendTextMessage(text);
      this.#visit.storage.setItem(threadKey(brandId), thread.id);
      return reply;
    };
    return {
      thread,
      say,
      submitSurvey(answers, text, how = 'instead') {
        mustAnswer = false;
        // What the page has set meanwhile is forgotten: seen in another vendor's widget, and possible in any.
        if (how === 'instead') thread.replaceCustomFields(answers);
        else thread.addAnswers(answers);
        return say(text);
      },
      end: () => thread.endContact(),
    };
  }
}

/** @param {number} brandId */
const threadKey = (brandId) => `cxone:${brandId}:thread`;

/** @import { CustomField } from './types.ts' */
/** @import { Customer } from './customer.js' */
/** @import { Gateway } from './gateway.js' */

/**
 * A thread of the visitor, with the custom fields of its contact. When they leave is the whole difficulty: with the
 * messages that are sent while the contact does not exist, and as an event of their own once it does. A field that is set
 * between the two is kept for a moment that does not come.
 */
export class Thread {
  #gateway;
  #customer;
  /** @type {Map<string, unknown>} */
  #fields = new Map();
  /** Of a form. @type {readonly CustomField[]} */
  #answers = [];

  /**
   * @param {Gateway} gateway
   * @param {Customer} customer
   * @param {string} id
   */
  constructor(gateway, customer, id) {
    this.id = id;
    this.#gateway = gateway;
    this.#customer = customer;
    gateway.on('CaseCreated', (data) => {
      if (data.case?.threadIdOnExternalPlatform === id) customer.contactExists = true;
    });
    gateway.on('CaseStatusChanged', (data) => {
      if (data.case?.threadIdOnExternalPlatform === id && data.case.status === 'closed') this.#forget();
    });
  }

  /**
   * @param {string} ident
   * @param {unknown} value as the page gave it
   */
  setCustomField(ident, value) {
    this.#fields.set(ident, value);
    if (!this.#customer.contactExists) return;
    this.#gateway.tell('SetConsumerContactCustomFields', {
      customFields: [{ ident, value }],
      thread: { idOnExternalPlatform: this.id },
    });
  }

  /**
   * Puts these fields in the place of all that were set.
   *
   * @param {readonly CustomField[]} fields
   */
  replaceCustomFields(fields) {
    this.#fields = new Map(fields.map(({ ident, value }) => [ident, value]));
  }

  /**
   * Puts these fields beside all that were set, also where there is one of the same name.
   *
   * @param {readonly CustomField[]} fields
   */
  addAnswers(fields) {
    this.#answers = fields;
  }

  /**
   * @param {string} [initialMessageText] whatever is given goes out as the text
   */
  async startChat(initialMessageText = 'Begin conversation') {
    await this.sendTextMessage(initialMessageText);
  }

  /**
   * @param {string} text
   * @returns {Promise<void>} rejects when the gateway refuses the message
   */
  async sendTextMessage(text) {
    const riding = !this.#customer.contactExists;
    await this.#gateway.request('SendMessage', {
      messageContent: { payload: { text }, type: 'TEXT' },
      browserFingerprint: { browser: 'Chrome', language: 'en-US', os: 'Linux', deviceType: 'desktop' },
      idOnExternalPlatform: crypto.randomUUID(),
      thread: { idOnExternalPlatform: this.id },
      consumer: { customFields: riding ? this.#customer.fields() : [] },
      consumerContact: {
        customFields: riding
          ? [...this.#answers, ...[...this.#fields].map(([ident, value]) => ({ ident, value }))]
          : [],
      },
      attachments: [],
    });
  }

  /** Asks for everything that is stored of the thread. Whatever the state of its contact, it counts as one that exists. */
  async recover() {
    await this.#gateway.request('RecoverLivechat', { thread: { idOnExternalPlatform: this.id } });
    this.#customer.contactExists = true;
  }

  /** Ends the contact; settled once the gateway has closed it. */
  async endContact() {
    const changed = new Promise((resolve) => this.#gateway.on('CaseStatusChanged', resolve));
    await this.#gateway.request('EndContact', { thread: { idOnExternalPlatform: this.id } });
    await changed;
  }

  /**
   * The text of the next message of an agent.
   *
   * @returns {Promise<string>}
   */
  nextReply() {
    return new Promise((resolve) => {
      this.#gateway.on('MessageCreated', ({ message }) => {
        if (message) resolve(message.messageContent.payload.text);
      });
    });
  }

  /** The contact is closed: its fields go with it, those of the customer stay. */
  #forget() {
    this.#fields.clear();
    this.#customer.contactExists = false;
  }
}

/** @import { CustomField } from './types.ts' */
/** @import { Gateway } from './gateway.js' */

/** The visitor, with the custom fields of his customer card, which outlives his contacts. */
export class Customer {
  /** Whether the gateway has announced the contact: from then on fields leave as events of their own. */
  contactExists = false;
  #gateway;
  /** @type {Map<string, unknown>} */
  #fields = new Map();

  /** @param {Gateway} gateway */
  constructor(gateway) {
    this.#gateway = gateway;
  }

  /**
   * @returns {readonly CustomField[]}
   */
  fields() {
    return [...this.#fields].map(([ident, value]) => ({ ident, value }));
  }

  /**
   * @param {string} ident
   * @param {unknown} value as the page gave it
   */
  setCustomField(ident, value) {
    this.#fields.set(ident, value);
    // All of them each time, unlike those of a contact.
    if (this.contactExists) this.#gateway.tell('SetConsumerCustomFields', { customFields: this.fields() });
  }
}

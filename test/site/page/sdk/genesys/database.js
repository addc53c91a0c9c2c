/** @import { Attributes } from './types.ts' */

/**
 * The custom attributes that a page has set. They go with the next message, and then not again until something of them
 * has changed. Taking one out is a matter of the page alone: what was sent stays sent.
 */
export class Database {
  /** @type {Record<string, unknown>} */
  #attributes = {};
  #changed = false;

  /** @param {Attributes} attributes */
  set(attributes) {
    this.#attributes = { ...this.#attributes, ...attributes };
    this.#changed = true;
  }

  /** @param {string} key */
  remove(key) {
    delete this.#attributes[key];
  }

  /** Forgets everything: what was refused as too large would be refused again. */
  clear() {
    this.#attributes = {};
    this.#changed = false;
  }

  /**
   * What the next message must carry.
   *
   * @returns {Attributes | undefined}
   */
  take() {
    if (!this.#changed) return undefined;
    this.#changed = false;
    return this.#attributes;
  }
}

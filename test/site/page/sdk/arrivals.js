/** @import { Chat, TenantFrame } from '../types.ts' */

/** The frames of one conversation as they arrive, for whoever waits for one. */
export class Arrivals {
  #target = new EventTarget();

  /** @param {TenantFrame} frame */
  add(frame) {
    this.#target.dispatchEvent(new CustomEvent(frame.type, { detail: frame }));
  }

  /**
   * The next frame of a type.
   *
   * @type {Chat['next']}
   */
  next = (type) =>
    new Promise((resolve) => {
      const take = (/** @type {Event} */ event) => {
        if (event instanceof CustomEvent) resolve(event.detail);
      };
      this.#target.addEventListener(type, take, { once: true });
    });
}

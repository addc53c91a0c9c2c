/** @import { FromMessenger, ToMessenger } from './types.ts' */
import { GuestError } from './guest-session.js';

/** The page's end of its line to the Messenger's frame: one order after the other. */
export class FrameLine {
  #port;

  /** @param {MessagePort} port */
  constructor(port) {
    this.#port = port;
    port.start();
  }

  /**
   * Gives an order.
   *
   * @param {ToMessenger} order
   * @returns {Promise<string>} what came of it; rejects with what the guest API said
   */
  order(order) {
    return new Promise((resolve, reject) => {
      this.#port.addEventListener(
        'message',
        (event) => {
          /** @type {FromMessenger} */
          const answer = event.data;
          if (answer.ok) resolve(answer.reply);
          else reject(new GuestError(answer.code, answer.message));
        },
        { once: true },
      );
      this.#port.postMessage(order);
    });
  }
}

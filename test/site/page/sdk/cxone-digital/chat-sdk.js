/** @import { ChannelInfo, ChatSdkOptions } from './types.ts' */
import { Customer } from './customer.js';
import { Gateway } from './gateway.js';
import { Thread } from './thread.js';

/** The SDK that a page builds its own chat window with. It has no global: nobody sees what it is called with. */
export class ChatSdk {
  #gateway;

  /** @param {Gateway} gateway */
  constructor(gateway) {
    this.#gateway = gateway;
    this.customer = new Customer(gateway);
  }

  /**
   * Opens the gateway and tells it who the visitor is.
   *
   * @param {ChatSdkOptions} options
   * @returns {Promise<ChatSdk>}
   */
  static async authorize(options) {
    const gateway = await Gateway.open(options);
    await gateway.authorize();
    return new ChatSdk(gateway);
  }

  /**
   * What the administrator has defined for the channel.
   *
   * @param {Omit<ChatSdkOptions, 'customerId'>} options
   * @returns {Promise<ChannelInfo>}
   */
  static async getChannelInfo({ brandId, channelId, customEnvironment }) {
    const path = `/chat/1.0/brand/${brandId}/channel/${channelId}?locale=en-US`;
    return (await fetch(customEnvironment.chat + path)).json();
  }

  /**
   * @param {string} id
   * @returns {Thread}
   */
  getThread(id) {
    return new Thread(this.#gateway, this.customer, id);
  }
}

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

  /** Opens another socket in place of one that broke, and leaves it to the page to ask for what it has missed. */
  async reconnect() {
    await this.#gateway.reconnect();
  }

  /**
   * The token that names a visitor of a secured session, whom the page knows and the browser need not.
   *
   * @param {Omit<ChatSdkOptions, 'customerId' | 'transactionToken'>} options
   * @param {string} idOnExternalPlatform
   * @returns {Promise<string>}
   */
  static async getTransactionToken({ brandId, channelId, customEnvironment }, idOnExternalPlatform) {
    const query = new URLSearchParams({ brandId: String(brandId), channelId, visitorId: '' });
    const response = await fetch(`${customEnvironment.chat}/digital/oauth/token?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ customerIdentity: { idOnExternalPlatform } }),
    });
    const { transactionToken } = await response.json();
    return transactionToken;
  }

  /**
   * @param {string} id
   * @returns {Thread}
   */
  getThread(id) {
    return new Thread(this.#gateway, this.customer, id);
  }
}

/** @import { FromMessenger, ToMessenger } from '../sdk/genesys/types.ts' */
import { GuestError, GuestSession } from '../sdk/genesys/guest-session.js';

/**
 * The Messenger's frame: holds the socket, and does what the page orders.
 *
 * @param {MessagePort} port to the page
 * @param {string} origin of the guest API
 */
export function serveMessenger(port, origin) {
  /** @type {GuestSession | undefined} */
  let session;

  /**
   * @param {ToMessenger} order
   * @returns {Promise<string>} the agent's reply, where there is one
   */
  async function obey(order) {
    switch (order.type) {
      case 'open': {
        const { deploymentId, token } = order;
        const api = origin.replace(/^http/, 'ws');
        session = await GuestSession.open({ api, deploymentId, application: 'messenger', token });
        return '';
      }
      case 'say':
        if (!session) throw new Error('The Messenger is not open.');
        session.type();
        return session.say(order.text, order.attributes);
      case 'close':
        await session?.close();
        return '';
    }
  }

  /** @param {FromMessenger} answer */
  const post = (answer) => port.postMessage(answer);

  port.addEventListener('message', (event) => {
    obey(event.data).then(
      (reply) => post({ ok: true, reply }),
      (error) =>
        post({
          ok: false,
          code: error instanceof GuestError ? error.code : 0,
          message: String(error.message),
        }),
    );
  });
  port.start();
}

/** @import { Tell } from '../../types.ts' */
/** @import { AcmeChat, Habit } from './types.ts' */
import { AcmeSession } from './acme-session.js';

/**
 * What the wrapper does when nobody has tampered with it.
 *
 * @type {Habit}
 */
export const plain = { hello: (context) => context, later: () => ({}) };

/**
 * The wrapper that a customer has built around a gateway of his own.
 *
 * @param {string} origin where the gateway is
 * @param {Tell} tell
 * @param {Habit} [habit]
 * @returns {AcmeChat}
 */
export function createAcmeChat(origin, tell, habit = plain) {
  /** @type {Record<string, unknown>} */
  const set = {};
  return {
    setField(name, value) {
      set[name] = value;
    },
    async open({ visitor, context = {} }) {
      const given = { ...context, ...(Object.keys(set).length > 0 && { crm: { ...context.crm, ...set } }) };
      const session = await AcmeSession.create(origin, visitor);
      const fields = habit.hello(given);
      tell('wrapper', 'says hello with', JSON.stringify(fields));
      try {
        await session.hello(fields);
      } catch (error) {
        tell('tenant', String(error));
        tell('wrapper', 'says hello again, without fields.');
        await session.hello({});
      }
      tell('tenant', 'announces the start of the session.');
      const later = habit.later(given);
      if (Object.keys(later).length > 0) {
        tell('wrapper', 'sends the fields now, after the token.');
        await session.give(later);
      }
      return session;
    },
  };
}

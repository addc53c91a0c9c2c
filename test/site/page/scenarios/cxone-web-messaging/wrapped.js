/** @import { ChatOptions, StartChats, Recipe } from '../../types.ts' */
import { Chats } from '../../sdk/chats.js';
import { createCxoneChat } from '../../sdk/cxone-chat.js';
import { afterToken, inSocketUrl } from '../../sdk/recipes.js';
import { page, startChat } from '../call.js';
import { CRM_ID, DEPLOYMENT, RIGHT, withCustom } from '../values.js';

/**
 * The page is right, and somebody's wrapper stands between it and the SDK.
 *
 * @param {string} habit what the wrapper does, for the log
 * @param {(options: ChatOptions) => ChatOptions} rewrite
 * @returns {StartChats}
 */
const wrappedBy = (habit, rewrite) => async (tell) => {
  const sdk = createCxoneChat(new Chats(DEPLOYMENT, tell));
  page.cxoneChat = {
    startChat(options) {
      tell('wrapper', habit);
      return sdk.startChat(rewrite(options));
    },
  };
  return [await startChat(RIGHT, tell)];
};

/**
 * The page is right, and the SDK sends the attributes another way than it should.
 *
 * @param {Recipe} recipe
 * @returns {StartChats}
 */
const sentBy = (recipe) => async (tell) => {
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell, recipe));
  return [await startChat(RIGHT, tell)];
};

/** @type {Record<string, StartChats>} */
export const wrappedScenarios = {
  'value-changed': wrappedBy('strips the prefix "CRM-" from the id.', ({ name, email }) => ({
    ...withCustom({ crm_customer_id: CRM_ID.replace('CRM-', '') }),
    name,
    email,
  })),
  'never-sent': wrappedBy('keeps name and email, and drops the rest.', ({ name, email }) => ({
    name,
    email,
  })),
  'after-token': sentBy(afterToken),
  'handshake-only': sentBy(inSocketUrl),
};

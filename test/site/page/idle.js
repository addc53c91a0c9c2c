/** @import { Tell } from './types.ts' */
import { page } from './scenarios/call.js';
import { DEPLOYMENT } from './scenarios/values.js';
import { Chats } from './sdk/chats.js';
import { createCxoneChat } from './sdk/cxone-chat.js';
import { createMessengerClass } from './sdk/messenger.js';

/**
 * Nothing was chosen: the SDK is there as documented, for whoever wants to call it from the console.
 *
 * @param {Tell} tell
 */
export function idle(tell) {
  page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
  page.GenesysCloudWebMessaging = createMessengerClass(tell);
}

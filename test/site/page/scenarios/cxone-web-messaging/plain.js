/** @import { ChatOptions, StartChats } from '../../types.ts' */
import { Chats } from '../../sdk/chats.js';
import { createCxoneChat } from '../../sdk/cxone-chat.js';
import { createMessengerClass } from '../../sdk/messenger.js';
import { asCode, page, startChat } from '../call.js';
import { CRM_ID, DEPLOYMENT, PERSON, RIGHT, withCustom } from '../values.js';

const BOTH_RIGHT = withCustom({ crm_customer_id: CRM_ID, account_tier: 'gold' });

/**
 * The page gives these options to an SDK that works as documented; each call opens a conversation of its own.
 *
 * @param {readonly ChatOptions[]} calls
 * @returns {StartChats}
 */
const calling =
  (...calls) =>
  async (tell) => {
    page.cxoneChat = createCxoneChat(new Chats(DEPLOYMENT, tell));
    const chats = [];
    for (const options of calls) chats.push(await startChat(options, tell));
    return chats;
  };

/** @type {StartChats} */
const messengerClass = async (tell) => {
  page.GenesysCloudWebMessaging = createMessengerClass(tell);
  const messenger = new page.GenesysCloudWebMessaging(DEPLOYMENT);
  tell('page', 'calls', asCode('new GenesysCloudWebMessaging', DEPLOYMENT));
  tell('page', 'calls', asCode('messenger.startChat', BOTH_RIGHT));
  return [await messenger.startChat(BOTH_RIGHT)];
};

/**
 * What is right or wrong here is the page's own doing.
 *
 * @type {Record<string, StartChats>}
 */
export const plainScenarios = {
  'attributes-custom': calling(BOTH_RIGHT),
  'messenger-class': messengerClass,
  'thread-customer-id': calling({ customerId: CRM_ID, ...PERSON }),
  'snake-customer-id': calling({ customer_id: CRM_ID, ...PERSON }),
  'near-miss-key': calling(withCustom({ crmCustomerId: CRM_ID })),
  'unmapped-key': calling(withCustom({ crm_customer_id: CRM_ID, favourite_colour: 'green' })),
  'unmapped-in-admin': calling(withCustom({ crm_customer_id: CRM_ID, loyalty_id: 'L-20417' })),
  'wrong-namespace': calling({ ...PERSON, attributes: { crm: { crm_customer_id: CRM_ID } } }),
  'double-encoded': calling({
    ...PERSON,
    attributes: JSON.stringify({ custom: { crm_customer_id: CRM_ID } }),
  }),
  'number-value': calling(withCustom({ crm_customer_id: 882910 })),
  'empty-value': calling(withCustom({ crm_customer_id: '' })),
  'placeholder-value': calling(withCustom({ crm_customer_id: '{{crmId}}' })),
  'two-chats': calling(RIGHT, { customer_id: CRM_ID, ...PERSON }),
};

/** @import { Play, Visit } from '../../visit.ts' */
/** @import { AcmeChat, Context, Habit } from '../../sdk/acme-gateway/types.ts' */
import { createAcmeChat, plain } from '../../sdk/acme-gateway/acme-chat.js';
import { asCode, page } from '../call.js';
import { CRM_ID } from '../values.js';

const HELLO = 'Hello, I have a question about my order.';
const VISITOR = 'visitor-77';

/** @type {Context} */
const RIGHT = { crm: { customer_id: CRM_ID }, shop: { order_note: 'Ring twice.' } };

/**
 * The page opens a chat, the visitor says hello, and the page reads back what the gateway holds.
 *
 * @param {Visit} visit
 * @param {AcmeChat} acmeChat which the page has as `window.acmeChat`
 * @param {Context} [context]
 */
async function chat({ tell }, acmeChat, context) {
  const options = { visitor: VISITOR, ...(context && { context }) };
  tell('page', 'calls', asCode('acmeChat.open', options));
  const session = await acmeChat.open(options);
  tell('visitor', HELLO);
  tell('agent', await session.say(HELLO));
  const fields = await session.readFields();
  tell('page', 'reads the fields back:', JSON.stringify(fields));
  return [{ id: String(session.id), attributes: fields }];
}

/**
 * Puts the wrapper into the page, and reads it back as the page's own code would.
 *
 * @param {Visit} visit
 * @param {Habit} [habit]
 * @returns {AcmeChat}
 */
function embed({ origin, tell }, habit) {
  page.acmeChat = createAcmeChat(origin, tell, habit);
  return page.acmeChat;
}

/**
 * The page gives this to a wrapper that works.
 *
 * @param {Context} context
 * @returns {Play}
 */
const giving = (context) => (visit) => chat(visit, embed(visit), context);

/**
 * The page is right, and its wrapper makes something else of it.
 *
 * @param {Partial<Habit>} habit
 * @returns {Play}
 */
const wrappedBy = (habit) => (visit) => chat(visit, embed(visit, { ...plain, ...habit }), RIGHT);

/** @type {Play} */
const setField = (visit) => {
  const acmeChat = embed(visit);
  visit.tell('page', 'calls', `acmeChat.setField("customer_id", "${CRM_ID}");`);
  acmeChat.setField('customer_id', CRM_ID);
  return chat(visit, acmeChat);
};

/** @type {Record<string, Play>} */
export const acmeGatewayScenarios = {
  'acme-gateway/healthy': giving(RIGHT),
  'acme-gateway/set-field': setField,
  'acme-gateway/near-miss-key': giving({ ...RIGHT, crm: { customerId: CRM_ID } }),
  'acme-gateway/wrong-namespace': giving({ shop: { ...RIGHT.shop, customer_id: CRM_ID } }),
  'acme-gateway/value-changed': wrappedBy({
    hello: (context) => ({ ...context, crm: { customer_id: CRM_ID.replace('CRM-', '') } }),
  }),
  'acme-gateway/never-sent': wrappedBy({ hello: ({ shop = {} }) => ({ shop }) }),
  'acme-gateway/refused': giving({ ...RIGHT, shop: { order_note: 'Ring twice. '.repeat(20) } }),
  'acme-gateway/after-token': wrappedBy({ hello: () => ({}), later: (context) => context }),
};

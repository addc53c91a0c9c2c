/** @import { Play } from '../../visit.ts' */
/** @import { Attributes } from '../../sdk/genesys/types.ts' */
import { callGlobal } from '../call.js';
import { storedOf } from '../stored.js';
import { CRM_ID } from '../values.js';
import { embed, open, set, talk } from './embed.js';
import { DEPLOYMENTS, HELLO, RIGHT } from './values.js';

/**
 * The page gives these attributes once the database is ready, and the visitor says hello.
 *
 * @param {Attributes} attributes
 * @param {string} [deployment]
 * @returns {Play}
 */
const giving =
  (attributes, deployment = DEPLOYMENTS.plain) =>
  async (visit) => {
    const messenger = await embed(visit, deployment, () => set(visit, attributes));
    await open(visit, messenger);
    await talk(visit, messenger, HELLO);
    return storedOf(visit, messenger.token);
  };

/** @type {Play} */
const outsideMessaging = async (visit) => {
  const { tell } = visit;
  const messenger = await embed(visit, DEPLOYMENTS.plain, () =>
    callGlobal('Genesys', tell, 'command', 'Database.set', { customAttributes: RIGHT }),
  );
  await open(visit, messenger);
  await talk(visit, messenger, HELLO);
  return storedOf(visit, messenger.token);
};

/** Some 2,200 bytes of UTF-8 in 1,100 characters: few enough for whoever counts characters. */
const NOTE = 'é'.repeat(1100);

/**
 * What is right or wrong here is in what the page gives.
 *
 * @type {Record<string, Play>}
 */
export const givenScenarios = {
  'genesys-web-messaging/healthy': giving(RIGHT, DEPLOYMENTS.echoing),
  'genesys-web-messaging/no-echo': giving(RIGHT),
  'genesys-web-messaging/near-miss-key': giving({ crmCustomerId: CRM_ID }),
  'genesys-web-messaging/prefixed-key': giving({ 'context.crm_customer_id': CRM_ID }),
  'genesys-web-messaging/unmapped-key': giving({ ...RIGHT, favourite_colour: 'green' }),
  'genesys-web-messaging/number-value': giving({ crm_customer_id: 882_910 }),
  'genesys-web-messaging/undefined-value': giving({ crm_customer_id: undefined }),
  'genesys-web-messaging/too-large': giving({ ...RIGHT, order_note: NOTE }),
  'genesys-web-messaging/outside-messaging': outsideMessaging,
};

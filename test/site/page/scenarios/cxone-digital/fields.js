/** @import { Play } from '../../visit.ts' */

import { storedOf } from '../stored.js';
import { CRM_ID } from '../values.js';
import { embed, talk } from './embed.js';
import { CHANNELS, HELLO, OPTIONS, SET_ID } from './values.js';

/**
 * The page makes these calls before the first message, and the visitor says hello.
 *
 * @param {...readonly [command: string, ident: string, value: unknown]} calls
 * @returns {Play}
 */
const setting =
  (...calls) =>
  async (visit) => {
    const visitor = await embed(visit, CHANNELS.plain, calls);
    await talk(visit, visitor, HELLO);
    return storedOf(visit, visitor.thread.id);
  };

/**
 * The page gives another value than it should.
 *
 * @param {unknown} value
 */
const giving = (value) => setting(['setContactCustomField', 'crm_customer_id', value]);

/**
 * What is right or wrong here is in the calls themselves.
 *
 * @type {Record<string, Play>}
 */
export const fieldScenarios = {
  'cxone-digital/healthy': setting(
    ['setCaseCustomField', 'crm_customer_id', CRM_ID],
    ['setContactCustomField', 'order_id', 'A-1'],
    ['setContactCustomField', 'topic', OPTIONS.invoice],
  ),
  'cxone-digital/customer-field': setting(SET_ID, ['setCustomerCustomField', 'customer_tier', OPTIONS.gold]),
  'cxone-digital/undefined-field': setting(SET_ID, ['setContactCustomField', 'campaign_code', 'AUTUMN']),
  'cxone-digital/hidden-field': setting(SET_ID, ['setContactCustomField', 'churn_risk', 'high']),
  'cxone-digital/unmapped-key': setting(SET_ID, ['setContactCustomField', 'favourite_colour', 'green']),
  'cxone-digital/unmapped-in-admin': setting(SET_ID, ['setContactCustomField', 'loyalty_id', 'L-20417']),
  'cxone-digital/near-miss-key': setting(['setContactCustomField', 'crmCustomerId', CRM_ID]),
  'cxone-digital/wrong-scope': setting(['setCustomerCustomField', 'crm_customer_id', CRM_ID]),
  'cxone-digital/number-value': giving(882_910),
  'cxone-digital/undefined-value': giving(undefined),
  'cxone-digital/object-as-text': giving(String({ id: CRM_ID })),
  'cxone-digital/too-long': giving(`${CRM_ID} `.repeat(94)),
  'cxone-digital/list-value': setting(SET_ID, ['setCustomerCustomField', 'customer_tier', 'Gold']),
  'cxone-digital/tree-branch': setting(SET_ID, ['setContactCustomField', 'topic', OPTIONS.billing]),
};

import { CRM_ID } from '../values.js';

/** What the scenarios of this protocol give, so that only one thing differs between them. */

export const BRAND_ID = 1234;

/** Channels of the brand, by how they depart from a plain one. */
export const CHANNELS = {
  plain: 'chat_11111111-2222-3333-4444-555555555555',
  survey: 'chat_22222222-2222-3333-4444-555555555555',
  failing: 'chat_33333333-2222-3333-4444-555555555555',
  offloading: 'chat_44444444-2222-3333-4444-555555555555',
  renaming: 'chat_55555555-2222-3333-4444-555555555555',
};

/** Ids of options, which are what list and tree fields take. */
export const OPTIONS = {
  gold: '0f4b7d0e-5a51-4e0d-9a53-0c1f2f7a1a01',
  billing: 'c7007a44-0000-4000-8000-000000000001',
  invoice: '37d6457c-0000-4000-8000-000000000002',
  delivery: '5b1e0c52-0000-4000-8000-000000000003',
};

export const HELLO = 'Hello, I have a question about my order.';

/** The call with which nothing is wrong. */
export const SET_ID = /** @type {const} */ (['setContactCustomField', 'crm_customer_id', CRM_ID]);

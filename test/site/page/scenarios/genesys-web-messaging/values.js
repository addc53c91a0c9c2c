import { CRM_ID } from '../values.js';

/** What the scenarios of this protocol give, so that only one thing differs between them. */

/** Deployments of the tenant, by how they depart from a plain one. */
export const DEPLOYMENTS = {
  plain: 'd1b20000-0000-4000-8000-000000000001',
  echoing: 'd1b20000-0000-4000-8000-000000000002',
  limiting: 'd1b20000-0000-4000-8000-000000000003',
};

export const RIGHT = { crm_customer_id: CRM_ID };

export const HELLO = 'Hello, I have a question about my order.';

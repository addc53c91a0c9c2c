/** @import { ChatOptions } from '../types.ts' */

/** What every scenario gives, so that only one thing differs between them. */

export const DEPLOYMENT = { organizationId: 'demo-organisation', deploymentId: 'demo-web-chat' };

export const PERSON = { name: 'John Doe', email: 'john.doe@example.com' };

export const CRM_ID = 'CRM-882910';

/**
 * Options that carry these attributes where the backend reads them.
 *
 * @param {Record<string, unknown>} custom
 * @returns {ChatOptions}
 */
export const withCustom = (custom) => ({ ...PERSON, attributes: { custom } });

/** Nothing is wrong with these. */
export const RIGHT = withCustom({ crm_customer_id: CRM_ID });

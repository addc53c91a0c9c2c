/** @import { ChatOptions, Deployment, Session } from '../types.ts' */

/**
 * Creates a conversation. The answer holds the session token: from here on it is too late for attributes.
 *
 * @param {Deployment} deployment
 * @param {ChatOptions} fields what the request carries of the options
 * @returns {Promise<Session>} rejects with the tenant's own words when it refuses
 */
export async function createSession(deployment, fields) {
  const response = await fetch('/api/v2/conversations/webchat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...deployment, ...fields }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.message} ${answer.reason} ${answer.action}`);
  return answer;
}

/** @import { ReadBack } from './types.ts' */

/**
 * An OAuth token that allows to read conversations. The demo tenant gives one to anybody who asks.
 *
 * @returns {Promise<string>}
 */
async function readToken() {
  const response = await fetch('/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'conversation:read' }),
  });
  const { access_token } = await response.json();
  return access_token;
}

/**
 * Asks the backend what it has stored of a conversation.
 *
 * @param {string} conversationId
 * @returns {Promise<ReadBack>} rejects with the tenant's own words when it refuses
 */
export async function readBack(conversationId) {
  const response = await fetch(`/api/v2/conversations/webchat/${conversationId}`, {
    headers: { Authorization: `Bearer ${await readToken()}` },
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.message} ${answer.reason} ${answer.action}`);
  return answer;
}

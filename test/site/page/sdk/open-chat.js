/** @import { Chat, ChatOptions, Deployment, Recipe, Tell } from '../types.ts' */
import { Arrivals } from './arrivals.js';
import { createChat } from './chat.js';
import { createSession } from './session.js';
import { openStream } from './stream.js';

/**
 * Opens a conversation: creates the session, then the socket, then joins.
 *
 * @param {Deployment} deployment
 * @param {ChatOptions} options as the page gave them
 * @param {Recipe} recipe
 * @param {Tell} tell
 * @param {Arrivals} [arrivals] where the tenant's frames go
 * @returns {Promise<Chat>}
 */
export async function openChat(deployment, options, recipe, tell, arrivals = new Arrivals()) {
  const fields = recipe.request(options);
  tell('SDK', 'asks the tenant for a session with', JSON.stringify(fields));
  const session = await createSession(deployment, fields);
  tell(
    'tenant',
    `creates the conversation ${session.conversationId.slice(0, 8)}… and issues the session token.`,
  );

  const url = recipe.streamUrl(session.eventStreamUri, options);
  if (url !== session.eventStreamUri) tell('SDK', 'puts the attributes into the address of the socket.');
  const lateAttributes = recipe.lateAttributes(options);
  if (lateAttributes !== undefined) tell('SDK', 'sends the attributes now, after the token.');
  const { send, end } = await openStream(
    session,
    { url, attributes: fields.attributes, lateAttributes },
    arrivals,
  );
  tell('tenant', 'announces the start of the conversation.');
  return createChat(session, arrivals, send, end, tell);
}

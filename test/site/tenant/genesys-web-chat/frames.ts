import { randomUUID } from 'node:crypto';

/** The frames of a chat's event stream. */

const event = (
  conversationId: string,
  topic: 'members' | 'messages',
  type: string,
  body: object,
): object => ({
  topicName: `v2.conversations.chats.${conversationId}.${topic}`,
  version: '2',
  eventBody: { ...body, conversation: { id: conversationId }, timestamp: new Date().toISOString() },
  metadata: { CorrelationId: randomUUID(), type },
});

export const memberChange = (conversationId: string, memberId: string): object =>
  event(conversationId, 'members', 'member-change', { member: { id: memberId, state: 'CONNECTED' } });

export const chatMessage = (conversationId: string, senderId: string, body: string): object =>
  event(conversationId, 'messages', 'message', {
    id: randomUUID(),
    sender: { id: senderId },
    body,
    bodyType: 'standard',
  });

export const typing = (conversationId: string, senderId: string): object =>
  event(conversationId, 'messages', 'typing-indicator', { id: randomUUID(), sender: { id: senderId } });

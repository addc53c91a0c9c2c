import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { STREAM_PROTOCOL } from '../../site/protocol.ts';
import { Client, refusal } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();

test('a message is acknowledged and answered', async () => {
  const session = await demo.create();
  const { conversationId } = session;
  const { client } = await Client.join(session);
  client.send({ type: 'message', conversationId, text: 'Hello' });
  expect(await client.next()).toEqual({
    type: 'message:received',
    conversationId,
    messageId: expect.any(String),
  });
  expect(await client.next()).toEqual({ type: 'message', conversationId, text: expect.any(String) });
});

test('a heartbeat is answered with one', async () => {
  const { client } = await Client.join(await demo.create());
  client.send({ type: 'heartbeat' });
  expect(await client.next()).toEqual({ type: 'heartbeat' });
});

test.each([
  ['is not JSON', '{"type":', 'frame.not-json'],
  ['is not an object', '[1]', 'frame.not-object'],
  ['joins with other ids', '{"type":"conversation:join","conversationId":"x"}', 'join.other-conversation'],
  ['speaks before it joins', '{"type":"message","text":"Hello"}', 'message.not-joined'],
])('a frame that %s is answered with an error, and the socket stays open', async (_, frame, code) => {
  const session = await demo.create();
  const client = await Client.open(session.eventStreamUri);
  client.sendRaw(frame);
  expect(await client.next()).toEqual({ type: 'error', code, message: expect.any(String) });
  expect(client.open).toBe(true);
});

test('a message without a text is answered with an error', async () => {
  const { client } = await Client.join(await demo.create());
  client.send({ type: 'message' });
  expect(await client.next()).toMatchObject({ type: 'error', code: 'message.no-text' });
});

test('binary frames and unknown types are dropped in silence, and 5 MB are carried', async () => {
  const session = await demo.create();
  const { client } = await Client.join(session);
  client.sendRaw(Buffer.from([1, 2, 3]));
  client.send({ type: 'typing' });
  client.send({ type: 'message', conversationId: session.conversationId, text: 'x'.repeat(5 * 1024 * 1024) });
  expect(await client.next()).toMatchObject({ type: 'message:received' });
});

test('two sockets of one conversation are both told of an update, until they are gone', async () => {
  const session = await demo.create();
  const { client: first } = await Client.join(session);
  const { client: second } = await Client.join(session);
  const conversation = demo.site.tenant.find(session.conversationId);
  conversation?.update({ account_tier: 'gold' });
  expect(await first.next()).toMatchObject({ type: 'conversation:update' });
  expect(await second.next()).toMatchObject({ type: 'conversation:update' });
  await first.close();
  conversation?.update({ account_tier: 'basic' });
  expect(await second.next()).toMatchObject({ attributes: { custom: { account_tier: 'basic' } } });
});

test('a socket without the session token is refused', async () => {
  const { eventStreamUri } = await demo.create();
  const { status, problem } = await refusal(eventStreamUri.replace(/token=.*/, 'token=x'), [STREAM_PROTOCOL]);
  expect(status).toBe(401);
  expect(problem).toMatchObject({ code: 'token.unknown', message: 'The event stream was not opened.' });
});

test('a socket of a conversation that is not there is refused', async () => {
  const { eventStreamUri, conversationId } = await demo.create();
  const { status } = await refusal(eventStreamUri.replace(conversationId, 'nowhere'), [STREAM_PROTOCOL]);
  expect(status).toBe(404);
});

test('a socket that does not offer the sub-protocol is refused', async () => {
  const { eventStreamUri } = await demo.create();
  const { status, problem } = await refusal(eventStreamUri, ['other']);
  expect(status).toBe(400);
  expect(problem).toMatchObject({
    code: 'protocol.missing',
    action: expect.stringContaining(STREAM_PROTOCOL),
  });
});

test('a client that breaks the WebSocket protocol loses its socket, and the tenant goes on', async () => {
  const { eventStreamUri } = await demo.create();
  const socket = new WebSocket(eventStreamUri, [STREAM_PROTOCOL]);
  const [response]: IncomingMessage[] = await once(socket, 'upgrade');
  const closed = once(socket, 'close');
  // A server refuses frames that are not masked.
  response?.socket.write(Buffer.from([0x81, 0x01, 0x41]));
  await closed;
  const { frame } = await Client.join(await demo.create());
  expect(frame).toMatchObject({ type: 'conversation:start' });
});

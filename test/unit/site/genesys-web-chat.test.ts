import { expect, test } from 'vitest';
import frames from '../dialects/frames.json' with { type: 'json' };
import { Client, refusal } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const PATH = '/api/v2/webchat/guest/conversations';

interface Created {
  readonly id: string;
  readonly jwt: string;
  readonly eventStreamUri: string;
  readonly member: { readonly id: string };
}

async function create(body: unknown = frames['create-request']): Promise<Created> {
  return (await demo.write('POST', PATH, body)).json();
}

const members = ({ id, member }: Created): string => `${PATH}/${id}/members/${member.id}`;

test('creating answers with a jwt, the address of the stream, and the fields as they came', async () => {
  const created = await create();
  expect(Object.keys(created)).toEqual(Object.keys(frames['create-response']));
  expect(created.member).toMatchObject({
    role: 'CUSTOMER',
    customFields: frames['create-request'].memberInfo.customFields,
  });
  expect(created.eventStreamUri).toContain(demo.sockets);
});

test.each([
  ['attributes', { attributes: { customField1: 'CRM-882910' } }],
  ['customFields', { customFields: { customField1: 'CRM-882910' } }],
  ['memberInfo.attributes', { memberInfo: { attributes: { customField1: 'CRM-882910' } } }],
])('what is in %s is ignored without an error', async (_, body) => {
  expect((await create(body)).member).toMatchObject({ customFields: {} });
});

test('the stream tells that the member is there, what he says, and what the agent replies', async () => {
  const created = await create();
  const client = await Client.open(created.eventStreamUri, []);
  const topic = (name: string) => `v2.conversations.chats.${created.id}.${name}`;
  expect(await client.next()).toMatchObject({
    ...frames['stream-members'],
    topicName: topic('members'),
    eventBody: { conversation: { id: created.id }, member: { id: created.member.id, state: 'CONNECTED' } },
    metadata: { CorrelationId: expect.any(String), type: 'member-change' },
  });
  const typed = await demo.write('POST', `${members(created)}/typing`, {}, created.jwt);
  expect(typed.status).toBe(200);
  expect(await client.next()).toMatchObject({ metadata: { type: 'typing-indicator' } });

  const message = { body: 'Hello', bodyType: 'standard' };
  const said = await demo.write('POST', `${members(created)}/messages`, message, created.jwt);
  expect(said.status).toBe(200);
  const body = { conversation: { id: created.id }, sender: { id: created.member.id }, ...message };
  expect(await client.next()).toMatchObject({
    topicName: topic('messages'),
    eventBody: body,
    metadata: { type: 'message' },
  });
  expect(await client.next()).toMatchObject({ metadata: { type: 'typing-indicator' } });
  expect(await client.next()).toMatchObject({ eventBody: { body: expect.stringContaining('Thank you') } });
});

test('the stream only tells: what is sent there is dropped', async () => {
  const created = await create();
  const client = await Client.open(created.eventStreamUri, []);
  expect(await client.next()).toMatchObject({ metadata: { type: 'member-change' } });
  client.send({ body: 'Hello' });
  await demo.write('POST', `${members(created)}/typing`, {}, created.jwt);
  expect(await client.next()).toMatchObject({ metadata: { type: 'typing-indicator' } });
});

test.each([
  ['no jwt', undefined],
  ['the jwt of nobody', 'jwt-0'],
])('with %s nothing is said', async (_, jwt) => {
  const created = await create();
  const response = await demo.write('POST', `${members(created)}/messages`, { body: 'Hello' }, jwt);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'token.unknown' });
});

test('a chat, a member and a stream that are not there are not found', async () => {
  const created = await create();
  const response = await demo.write('POST', `${PATH}/${created.id}/members/x/messages`, {}, created.jwt);
  expect(response.status).toBe(404);
  expect(await refusal(`${demo.sockets}/chat/wsvc/x`)).toMatchObject({ status: 404 });
});

test('a message without a text is refused', async () => {
  const created = await create();
  const response = await demo.write('POST', `${members(created)}/messages`, {}, created.jwt);
  expect(response.status).toBe(400);
});

test('a repair by the path of another product finds no conversation', async () => {
  const { id, member } = await create();
  const path = `/api/v2/conversations/webchat/${id}/participants/${member.id}`;
  const token = await demo.oauth('conversation:write');
  const response = await demo.write('PUT', path, { metadata: { customField1: 'CRM-882910' } }, token);
  expect(response.status).toBe(404);
});

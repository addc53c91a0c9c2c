import { expect, test } from 'vitest';
import { WEBCHAT_PATH } from '../../site/protocol.ts';
import { Tenant } from '../../site/tenant/tenant.ts';
import { Client } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const METADATA = { metadata: { crm_customer_id: 'CRM-882910', crmId: 'CRM-882910' } };
const ROWS = [{ key: 'crm_customer_id', namespace: 'custom', mapped: true }];

const participant = (conversationId: string, participantId: string): string =>
  `${WEBCHAT_PATH}/${conversationId}/participants/${participantId}`;

test('a repair is accepted first and applied later', () => {
  const waiting: (() => void)[] = [];
  const tenant = new Tenant(ROWS, (apply) => waiting.push(apply));
  const conversation = tenant.create({});
  tenant.repair(conversation, METADATA.metadata);
  expect(conversation.readBack().custom_attributes).toEqual({});
  for (const apply of waiting) apply();
  expect(conversation.readBack().custom_attributes).toEqual({ crm_customer_id: 'CRM-882910' });
});

test('a repair keeps what was stored before', () => {
  const tenant = new Tenant([...ROWS, { key: 'account_tier', namespace: 'custom', mapped: true }], (apply) =>
    apply(),
  );
  const conversation = tenant.create({ custom: { account_tier: 'gold', crm_customer_id: 'CRM-000000' } });
  tenant.repair(conversation, METADATA.metadata);
  expect(conversation.readBack().custom_attributes).toEqual({
    account_tier: 'gold',
    crm_customer_id: 'CRM-882910',
  });
});

test('who listens is told when the repair is applied, and only mapped keys survive', async () => {
  const session = await demo.create();
  const { conversationId, participantId, token } = session;
  const { client, frame } = await Client.join(session);
  expect(frame).toMatchObject({ attributes: { custom: {} } });

  const response = await demo.write('PUT', participant(conversationId, participantId), METADATA, token);
  expect(response.status).toBe(200);
  expect(await client.next()).toEqual({
    type: 'conversation:update',
    conversation: { id: conversationId },
    attributes: { custom: { crm_customer_id: 'CRM-882910' } },
  });
  expect(await demo.stored(conversationId)).toEqual({ crm_customer_id: 'CRM-882910' });
});

test('an OAuth token that may write is as good as the session token', async () => {
  const { conversationId, participantId } = await demo.create();
  const token = await demo.oauth('conversation:write');
  const response = await demo.write('PUT', participant(conversationId, participantId), METADATA, token);
  expect(response.status).toBe(200);
});

test('the session token of another conversation is refused', async () => {
  const { conversationId, participantId } = await demo.create();
  const { token } = await demo.create();
  const response = await demo.write('PUT', participant(conversationId, participantId), METADATA, token);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'token.session' });
});

test.each([
  ['no token', 401, 'token.missing', undefined],
  ['a token that may only read', 403, 'token.scope', 'conversation:read'],
])('%s is refused', async (_, status, code, scope) => {
  const { conversationId, participantId } = await demo.create();
  const token = scope === undefined ? undefined : await demo.oauth(scope);
  const response = await demo.write('PUT', participant(conversationId, participantId), METADATA, token);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code, message: 'The participant was not changed.' });
});

test('a participant or a conversation that is not there is named in the error', async () => {
  const { conversationId, token } = await demo.create();
  const stranger = await demo.write('PUT', participant(conversationId, 'nobody'), METADATA, token);
  expect(stranger.status).toBe(404);
  expect(await stranger.json()).toMatchObject({ reason: expect.stringContaining('no participant nobody') });

  const write = await demo.oauth('conversation:write');
  const nowhere = await demo.write('PUT', participant('nowhere', 'nobody'), METADATA, write);
  expect(nowhere.status).toBe(404);
  expect(await nowhere.json()).toMatchObject({ reason: 'There is no conversation nowhere.' });
});

test('a body without metadata is refused', async () => {
  const { conversationId, participantId, token } = await demo.create();
  const path = participant(conversationId, participantId);
  for (const body of [{}, { metadata: 'crmId' }, { attributes: { crmId: 'x' } }]) {
    const response = await demo.write('PUT', path, body, token);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'field.missing',
      action: expect.stringContaining('metadata'),
    });
  }
});

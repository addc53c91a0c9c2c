import { expect, test } from 'vitest';
import { WEBCHAT_PATH } from '../../site/protocol.ts';
import { Demo } from './demo.ts';

const demo = new Demo();

test('creating answers with ids, a session token and the address of the event stream', async () => {
  const response = await demo.write('POST', WEBCHAT_PATH, { organizationId: 'o', deploymentId: 'd' });
  expect(response.status).toBe(201);
  const session = await response.json();
  const { conversationId, token } = session;
  expect(Object.keys(session)).toEqual(['conversationId', 'participantId', 'token', 'eventStreamUri']);
  expect(response.headers.get('location')).toBe(`${WEBCHAT_PATH}/${conversationId}`);
  const host = demo.site.url.replace('http', 'ws');
  expect(session.eventStreamUri).toBe(`${host}${WEBCHAT_PATH}/${conversationId}/stream?token=${token}`);
});

test('under its other name, the tenant gives the address of its sockets under that name', async () => {
  const response = await fetch(demo.site.otherOrigin + WEBCHAT_PATH, {
    method: 'POST',
    body: JSON.stringify({ organizationId: 'o', deploymentId: 'd' }),
  });
  const { eventStreamUri } = await response.json();
  expect(new URL(eventStreamUri).origin).toBe(demo.site.otherOrigin.replace('http', 'ws'));
});

test.each([
  ['not JSON', '{"organizationId":', 'body.not-json'],
  ['empty', '', 'body.not-json'],
  ['a list', '[]', 'body.not-object'],
  ['without an organisation', '{"deploymentId":"d"}', 'field.missing'],
  ['without a deployment', '{"organizationId":"o","deploymentId":""}', 'field.missing'],
])('a body that is %s creates nothing', async (_, body, code) => {
  const before = demo.site.tenant.conversations().length;
  const response = await demo.request(WEBCHAT_PATH, { method: 'POST', body });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    status: 400,
    code,
    message: 'No conversation was created.',
    reason: expect.any(String),
    action: expect.any(String),
  });
  expect(demo.site.tenant.conversations()).toHaveLength(before);
});

test('a body larger than the tenant takes is refused', async () => {
  const body = JSON.stringify({ organizationId: 'o', deploymentId: 'd', name: 'x'.repeat(1024 * 1024) });
  const response = await demo.request(WEBCHAT_PATH, { method: 'POST', body });
  expect(response.status).toBe(413);
});

test('reading back needs an OAuth token that may read', async () => {
  const { conversationId } = await demo.create({ attributes: { custom: { account_tier: 'gold' } } });
  const response = await demo.read(conversationId, await demo.oauth('conversation:read'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    id: conversationId,
    custom_attributes: { account_tier: 'gold' },
    routing_data: expect.objectContaining({ queue: { id: expect.any(String), name: 'Web chat, general' } }),
  });
});

test.each([
  ['no Authorization header', {}, 401, 'token.missing'],
  ['another scheme', { authorization: 'Basic abc' }, 401, 'token.malformed'],
  ['a token of nobody', { authorization: 'Bearer abc' }, 401, 'token.unknown'],
])('%s: reading is refused, with what, why and what to do', async (_, headers, status, code) => {
  const { conversationId } = await demo.create();
  const response = await demo.request(`${WEBCHAT_PATH}/${conversationId}`, { headers });
  expect(response.status).toBe(status);
  expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
  expect(await response.json()).toEqual({
    status,
    code,
    message: 'The conversation was not read.',
    reason: expect.any(String),
    action: expect.stringContaining('conversation:read'),
  });
});

test.each([['conversation:write'], ['']])('a token of scope "%s" may not read', async (scope) => {
  const { conversationId } = await demo.create();
  const response = await demo.read(conversationId, await demo.oauth(scope));
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({
    code: 'token.scope',
    reason: expect.stringContaining('conversation:read'),
  });
});

test('the session token of the chat may not read', async () => {
  const { conversationId, token } = await demo.create();
  const response = await demo.read(conversationId, token);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ code: 'token.session' });
});

test('a scope that does not exist is refused', async () => {
  const response = await demo.request('/oauth/token', {
    method: 'POST',
    body: 'scope=conversations:readonly',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 'scope.unknown',
    action: expect.stringContaining('conversation:read'),
  });
});

test('a conversation and a resource that are not there answer 404', async () => {
  const unknown = await demo.read('nowhere', await demo.oauth('conversation:read'));
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ reason: 'There is no conversation nowhere.' });
  expect((await demo.request('/api/v2/conversations/voice')).status).toBe(404);
});

test.each([
  ['GET', WEBCHAT_PATH, 'POST'],
  ['DELETE', `${WEBCHAT_PATH}/x`, 'GET'],
  ['POST', `${WEBCHAT_PATH}/x/participants/y`, 'PUT'],
  ['GET', '/oauth/token', 'POST'],
])('%s %s is not allowed, and the answer says what is', async (method, path, allowed) => {
  const response = await demo.request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allowed);
  expect(await response.json()).toMatchObject({ code: 'method.not-allowed', action: `Use ${allowed}.` });
});

test('the cross-origin twin of the page may call the API, and nobody else', async () => {
  const preflight = (origin: string): Promise<Response> =>
    demo.request(WEBCHAT_PATH, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  const twin = await preflight(demo.site.otherOrigin);
  expect(twin.status).toBe(204);
  expect(twin.headers.get('access-control-allow-origin')).toBe(demo.site.otherOrigin);
  expect(twin.headers.get('access-control-allow-headers')).toContain('authorization');
  const stranger = await preflight('https://stranger.example');
  expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
});

test('errors carry CORS headers too, so that the twin can read why', async () => {
  const response = await demo.request(`${WEBCHAT_PATH}/x`, { headers: { origin: demo.site.otherOrigin } });
  expect(response.status).toBe(401);
  expect(response.headers.get('access-control-allow-origin')).toBe(demo.site.otherOrigin);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import frames from '../dialects/frames.json' with { type: 'json' };
import { Client, refusal } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const PLAIN = 'd1b20000-0000-4000-8000-000000000001';
const ECHOING = 'd1b20000-0000-4000-8000-000000000002';
const LIMITING = 'd1b20000-0000-4000-8000-000000000003';
const ATTRIBUTES = { crm_customer_id: 'CRM-882910' };

const address = (deploymentId: string): string =>
  `${demo.sockets}/v1?${new URLSearchParams({ deploymentId, application: 'test' })}`;

const connect = (deploymentId: string): Promise<Client> => Client.open(address(deploymentId), []);

/** A guest whose session is configured, and the frames that he sends. */
async function guest(deploymentId = PLAIN, token: string = randomUUID()) {
  const client = await connect(deploymentId);
  const configured = await client.ask({ ...frames.G1, token, deploymentId });
  const say = (message: object, beside: object = {}) =>
    client.ask({
      token,
      action: 'onMessage',
      tracingId: 't-2',
      message: { type: 'Text', ...message },
      ...beside,
    });
  const stored = async (): Promise<unknown> => (await demo.request(`/demo/stored/${token}`)).json();
  return { client, token, configured, say, stored };
}

const inside = (customAttributes: object) => ({
  text: 'Hello',
  metadata: { id: 'm-1' },
  channel: { metadata: { customAttributes } },
});

test('a session is configured, and a token that is known goes on', async () => {
  const { configured, token } = await guest();
  expect(configured).toEqual({ ...frames.H1, tracingId: frames.G1.tracingId });
  const again = await guest(PLAIN, token);
  expect(again.configured).toMatchObject({ body: { newSession: false } });
  const fresh = await again.client.ask({ ...frames.G1, token, deploymentId: PLAIN, startNew: true });
  expect(fresh).toMatchObject({ body: { newSession: true } });
});

test('an authenticated session is configured likewise', async () => {
  const client = await connect(PLAIN);
  expect(await client.ask({ ...frames.G2, deploymentId: PLAIN })).toMatchObject({ class: 'SessionResponse' });
});

test('a message is repeated with its tracing id and answered; its attributes are not shown, and stored', async () => {
  const { client, say, stored } = await guest();
  expect(await say(inside(ATTRIBUTES))).toEqual({
    ...frames.H2,
    body: {
      ...frames.H2.body,
      id: expect.any(String),
      channel: { time: expect.any(String), messageId: 'm-1' },
    },
  });
  expect(await client.next()).toMatchObject({
    class: 'StructuredMessage',
    body: { direction: 'Outbound', originatingEntity: 'Bot', content: [{ contentType: 'QuickReply' }] },
  });
  expect(await stored()).toMatchObject({ attributes: ATTRIBUTES });
});

test('a deployment that repeats attributes shows those that it has stored', async () => {
  const { say } = await guest(ECHOING);
  expect(await say(inside({ ...ATTRIBUTES, visits: 3 }))).toMatchObject({
    body: { channel: { metadata: { customAttributes: ATTRIBUTES } } },
  });
});

test.each([
  ['beside the message', {}, frames.G4],
  ['numbers', { channel: { metadata: { customAttributes: { crm_customer_id: 882_910 } } } }, {}],
  ['no object', { channel: { metadata: { customAttributes: 'crm_customer_id' } } }, {}],
  ['elsewhere in the message', { metadata: { customAttributes: ATTRIBUTES } }, {}],
])(
  'attributes that are %s are ignored without an error',
  async (_, message, { channel }: { channel?: object }) => {
    const { say, stored } = await guest(ECHOING);
    expect(await say({ text: 'Hello', ...message }, channel && { channel })).toMatchObject({
      code: 200,
      body: { direction: 'Inbound', channel: { time: expect.any(String) } },
    });
    expect(await stored()).toMatchObject({ attributes: {} });
  },
);

test('the event that joins a conversation may carry attributes', async () => {
  const { client, token, stored } = await guest();
  expect(await client.ask({ ...frames.G5, token })).toMatchObject({
    body: { type: 'Event', direction: 'Inbound', events: frames.G5.message.events },
  });
  expect(await stored()).toMatchObject({ attributes: ATTRIBUTES });
});

test.each([
  ['2,048 bytes are taken', 2048, { code: 200 }],
  ['2,049 bytes are refused, and name no message', 2049, frames.H4],
])('%s', async (_, bytes, answer) => {
  const { say, stored } = await guest();
  const note = 'é'.repeat((bytes - 4) / 2) + 'x'.repeat(bytes % 2);
  expect(await say(inside({ note }))).toMatchObject(answer);
  expect(await stored()).toEqual({ id: expect.any(String), attributes: bytes > 2048 ? {} : { note } });
});

test('a deployment that limits refuses the first message of a session, and takes the next', async () => {
  const { say } = await guest(LIMITING);
  expect(await say(inside(ATTRIBUTES))).toEqual({ ...frames.H5, tracingId: 't-2' });
  expect(await say(inside(ATTRIBUTES))).toMatchObject({ code: 200 });
});

test('a heartbeat is answered, typing is not, and a quick reply is repeated', async () => {
  const { client, token } = await guest();
  const echo = frames['G6-echo'];
  expect(await client.ask({ ...echo, token })).toMatchObject({
    body: { id: 'echo_id', text: 'ping' },
    tracingId: echo.tracingId,
  });
  client.send({ ...frames['G6-typing'], token });
  expect(await client.ask({ ...frames['G6-quick-reply'], token })).toMatchObject({
    body: { type: 'Structured', direction: 'Inbound', content: frames['G6-quick-reply'].message.content },
  });
});

test('closing the session ends it, and a message after it finds none', async () => {
  const { client, token, say } = await guest();
  expect(await client.ask({ ...frames['G6-close'], token })).toMatchObject({
    class: frames.H7.class,
    code: 200,
  });
  expect(await say({ text: 'Hello' })).toMatchObject({ class: 'string', code: 4007 });
});

test.each([
  ['is not JSON', '{"token":', 400],
  ['has no token', '{"action":"onMessage"}', 4020],
  ['comes before the session', '{"action":"onMessage","token":"t","message":{"text":"x"}}', 4007],
  ['names another deployment', '{"action":"configureSession","token":"t","deploymentId":"d"}', 4020],
])('a frame that %s is refused', async (_, frame, code) => {
  const client = await connect(PLAIN);
  client.sendRaw(frame);
  expect(await client.next()).toMatchObject({ type: 'response', class: 'string', code });
});

test('a message that is too long, or is none, is refused', async () => {
  const { client, token, say } = await guest();
  expect(await say({ text: 'x'.repeat(4097) })).toMatchObject({ code: 4011 });
  expect(await client.ask({ token, action: 'onMessage', message: 'Hello' })).toMatchObject({ code: 4020 });
});

test('a deployment that is not there has neither a socket nor a configuration', async () => {
  expect(await refusal(address('d1b2'))).toMatchObject({ status: 400 });
  expect((await demo.request('/webdeployments/v1/deployments/d1b2/config.json')).status).toBe(404);
  expect((await demo.request(`/webdeployments/v1/deployments/${PLAIN}/config.json`)).status).toBe(200);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import frames from '../dialects/frames.json' with { type: 'json' };
import { Client, refusal } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const PLAIN = 'chat_11111111-2222-3333-4444-555555555555';
const FAILING = 'chat_33333333-2222-3333-4444-555555555555';
const OFFLOADING = 'chat_44444444-2222-3333-4444-555555555555';
const GOLD = '0f4b7d0e-5a51-4e0d-9a53-0c1f2f7a1a01';

const address = (query: Record<string, string>): string =>
  `${demo.sockets}/?${new URLSearchParams({ v: '1', sdkPlatform: 'web', ...query })}`;

const open = (channelId = PLAIN): Promise<Client> =>
  Client.open(address({ brandId: '1234', channelId, customerId: 'CRM-882910' }), []);

/** Fields that ride in a message, or are set by an event of their own. */
const field = (ident: string, value: unknown) => [{ ident, value }];

const event = (eventType: string, data: object, who = 'consumerIdentity') => ({
  action: 'chatWindowEvent',
  eventId: randomUUID(),
  payload: { eventType, [who]: { idOnExternalPlatform: 'CRM-882910' }, data },
});

/** A visitor with a thread of his own. */
function visitor() {
  const thread = { idOnExternalPlatform: randomUUID() };
  return {
    thread,
    message: (contact: unknown = [], customer: unknown = []) =>
      event('SendMessage', {
        thread,
        consumerContact: { customFields: contact },
        consumer: { customFields: customer },
      }),
    about: (eventType: string, data: object = {}) => event(eventType, { thread, ...data }),
  };
}

/** The fields of the contact that a first message opens. */
async function created(contact: unknown): Promise<unknown> {
  const client = await open();
  const message = visitor().message(contact);
  expect(await client.ask(message)).toEqual({ eventId: message.eventId, createdAt: expect.any(String) });
  return client.next();
}

const fieldsShown = (customFields: unknown) => ({
  eventType: 'CaseCreated',
  data: { case: { status: 'new', customFields } },
});

test('the documented frames are answered with the documented shapes', async () => {
  const client = await open();
  expect(await client.ask(frames.S8)).toBe('pong');
  const { postback } = frames.R2;
  expect(await client.ask(frames.S1)).toMatchObject({
    eventId: frames.S1.eventId,
    postback: {
      eventType: postback.eventType,
      data: { consumerIdentity: postback.data.consumerIdentity, contact: { customFields: [] } },
    },
  });
  expect(Object.keys(Object(await client.ask(frames.S2)))).toEqual(Object.keys(frames.R1));
  expect(await client.next()).toMatchObject({
    ...frames.R3,
    eventId: expect.any(String),
    createdAt: expect.any(String),
    data: { ...frames.R3.data, case: { ...frames.R3.data.case, id: expect.any(String) } },
  });
});

test('a field that is defined is stored, and CaseCreated shows it', async () => {
  expect(await created(field('crm_customer_id', 'CRM-882910'))).toMatchObject(
    fieldsShown(field('crm_customer_id', 'CRM-882910')),
  );
});

test.each([
  ['an ident that nobody defined', field('campaign_code', 'AUTUMN')],
  ['a field of the customer among those of the contact', field('customer_tier', GOLD)],
  ['an ident in another case', field('CRM_CUSTOMER_ID', 'CRM-882910')],
  ['a number', field('crm_customer_id', 882_910)],
  ['no value', [{ ident: 'crm_customer_id' }]],
  ['1,025 characters', field('crm_customer_id', 'x'.repeat(1025))],
  ['the label of an option', field('topic', 'Invoice')],
  ['a branch of a tree', field('topic', 'c7007a44-0000-4000-8000-000000000001')],
  ['an object in place of the list', { crm_customer_id: 'CRM-882910' }],
])('%s is ignored without an error', async (_, fields) => {
  expect(await created(fields)).toMatchObject(fieldsShown([]));
});

test.each([
  ['web', 'SetConsumerContactCustomFields', 'SetConsumerCustomFields', 'consumerIdentity'],
  ['mobile', 'SetContactCustomFields', 'SetCustomerCustomFields', 'customerIdentity'],
])('what is set later, in the words of the %s SDK, is there when the chat is recovered', async (...words) => {
  const [, setContact, setCustomer, who] = words;
  const client = await open();
  const { thread, message, about } = visitor();
  await client.ask(message(field('crm_customer_id', 'CRM-882910')));
  expect(await client.next()).toMatchObject({ eventType: 'CaseCreated' });
  expect(await client.next()).toMatchObject({ eventType: 'MessageCreated' });
  await client.ask(event(setContact, { thread, customFields: field('order_id', 'A-1') }, who));
  await client.ask(event(setCustomer, { customFields: field('customer_tier', GOLD) }, who));
  const recover = about('RecoverLivechat');
  expect(await client.ask(recover)).toMatchObject({
    eventId: recover.eventId,
    postback: {
      eventType: 'LivechatRecovered',
      data: {
        contact: {
          status: 'open',
          customFields: [...field('crm_customer_id', 'CRM-882910'), ...field('order_id', 'A-1')],
        },
        customer: { customFields: field('customer_tier', GOLD) },
      },
    },
  });
});

test('a later message opens no contact, and its fields are not read', async () => {
  const client = await open();
  const { message, about } = visitor();
  await client.ask(message());
  expect(await client.next()).toMatchObject({ eventType: 'CaseCreated' });
  expect(await client.next()).toMatchObject({ eventType: 'MessageCreated' });
  await client.ask(message(field('crm_customer_id', 'CRM-882910')));
  expect(await client.next()).toMatchObject({ eventType: 'MessageCreated' });
  expect(await client.ask(about('RecoverThread'))).toMatchObject({
    postback: { eventType: 'ThreadRecovered', data: { contact: { customFields: [] } } },
  });
});

test('the contact after a closed one starts without the fields of that one', async () => {
  const client = await open();
  const { message, about } = visitor();
  await client.ask(message(field('crm_customer_id', 'CRM-882910')));
  expect(await client.next()).toMatchObject({ eventType: 'CaseCreated' });
  expect(await client.next()).toMatchObject({ eventType: 'MessageCreated' });
  await client.ask(about('EndContact'));
  expect(await client.next()).toMatchObject({
    eventType: 'CaseStatusChanged',
    data: { case: { status: 'closed' } },
  });
  await client.ask(message());
  expect(await client.next()).toMatchObject(fieldsShown([]));
});

test('an error has the number of what it refuses, and the next message is taken', async () => {
  const client = await open(FAILING);
  const { message } = visitor();
  const first = message();
  expect(await client.ask(first)).toEqual({
    eventId: first.eventId,
    error: { ...frames.R6.error, transactionId: expect.any(String) },
  });
  expect(await client.ask(message())).not.toHaveProperty('error');
});

test('a thread that is not there cannot be recovered', async () => {
  const client = await open();
  expect(await client.ask(visitor().about('RecoverLivechat'))).toMatchObject({
    error: { errorCode: 'RecoveringLivechatFailed' },
  });
});

test('what is too large for the socket is at an address', async () => {
  const client = await open(OFFLOADING);
  const { message, about } = visitor();
  await client.ask(message(field('crm_customer_id', 'CRM-882910')));
  expect(await client.next()).toMatchObject({ eventType: 'CaseCreated' });
  expect(await client.next()).toMatchObject({ eventType: 'MessageCreated' });
  const inS3: unknown = await client.ask(about('RecoverLivechat'));
  expect(inS3).toMatchObject({
    eventType: 'EventInS3',
    data: { s3Object: { url: expect.any(String) }, originEvent: { eventType: 'LivechatRecovered' } },
  });
  const [, url = ''] = /"url":"([^"]+)"/.exec(JSON.stringify(inS3)) ?? [];
  expect(await (await fetch(url)).json()).toMatchObject({
    postback: { data: { contact: { customFields: field('crm_customer_id', 'CRM-882910') } } },
  });
});

test('a trigger is answered with a proactive action', async () => {
  const client = await open();
  await client.ask(event('ExecuteTrigger', {}));
  const { data, eventObject, eventType } = frames.R7;
  expect(await client.next()).toMatchObject({ data, eventObject, eventType });
});

test('what is no request of the protocol is dropped in silence', async () => {
  const client = await open();
  for (const text of ['{"action":', '[]', '{"action":"other"}', '{"action":"register","eventId":7}'])
    client.sendRaw(text);
  expect(await client.ask({ action: 'heartbeat' })).toBe('pong');
});

test('the channel configuration tells the definitions, and the survey where there is one', async () => {
  const configuration = async (channel: string) =>
    (await demo.request(`/chat/1.0/brand/1234/channel/${channel}?locale=en-US`)).json();
  const [documented] = frames['channel-configuration'].caseCustomFields;
  expect(await configuration(PLAIN)).toMatchObject({
    caseCustomFields: [
      documented,
      { ident: 'order_id' },
      { ident: 'churn_risk', postDetailVisibility: 'hidden' },
      { ident: 'topic', type: 'tree' },
    ],
    endUserCustomFields: [
      { ident: 'customer_tier', type: 'list', values: [{ name: GOLD, value: 'Gold' }, {}] },
    ],
    preContactForm: null,
  });
  expect(await configuration('chat_22222222-2222-3333-4444-555555555555')).toMatchObject({
    preContactForm: { customFields: [{ isRequired: true, definition: { ident: 'topic' } }] },
  });
  expect((await demo.request('/chat/1.0/brand/1234/channel/chat_0')).status).toBe(404);
  expect((await demo.request('/chat/1.0/objects/nothing')).status).toBe(404);
});

/** The identity that the gateway gives to whoever has asked for none. */
async function authorizedIdentity(query: Record<string, string>): Promise<unknown> {
  const client = await Client.open(address({ brandId: '1234', ...query }), []);
  const answer = await client.ask({
    action: 'register',
    eventId: randomUUID(),
    payload: { eventType: 'AuthorizeCustomer', consumerIdentity: {}, data: {} },
  });
  return Object(answer).postback.data.consumerIdentity.idOnExternalPlatform;
}

test('a transaction token names the customer whom it was issued for', async () => {
  const path = `/digital/oauth/token?brandId=1234&channelId=${PLAIN}`;
  const customerIdentity = { idOnExternalPlatform: 'CRM-882910' };
  const { transactionToken } = await (await demo.write('POST', path, { customerIdentity })).json();
  expect(await authorizedIdentity({ channelId: PLAIN, transactionToken })).toBe('CRM-882910');
  expect((await demo.write('POST', path, {})).status).toBe(400);
});

test('one channel gives every visitor a name of its own making', async () => {
  const renaming = { channelId: 'chat_55555555-2222-3333-4444-555555555555', customerId: 'CRM-882910' };
  expect(await authorizedIdentity({ ...renaming, channelId: PLAIN })).toBe('CRM-882910');
  expect(await authorizedIdentity(renaming)).not.toBe('CRM-882910');
});

test.each([
  ['another brand', { brandId: '1', channelId: PLAIN, customerId: 'x' }],
  ['an unknown channel', { brandId: '1234', channelId: 'chat_0', customerId: 'x' }],
  ['no customer', { brandId: '1234', channelId: PLAIN }],
  ['a token that was never issued', { brandId: '1234', channelId: PLAIN, transactionToken: 'x' }],
])('the gateway is closed to %s', async (_, query) => {
  expect(await refusal(address(query))).toMatchObject({
    status: 403,
    problem: { code: 'authorization.failed' },
  });
});

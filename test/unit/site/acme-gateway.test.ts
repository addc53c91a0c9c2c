import { expect, test } from 'vitest';
import { Client, refusal } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const PATH = '/acme/sessions';

const FIELDS = {
  crm: [{ name: 'customer_id', value: 'CRM-882910' }],
  shop: [{ name: 'order_note', value: 'Ring twice.' }],
};
const TAKEN = { crm: { customer_id: 'CRM-882910' }, shop: { order_note: 'Ring twice.' } };

interface Created {
  readonly session: { readonly id: number };
  readonly socket: string;
}

async function open(): Promise<{ readonly client: Client; readonly id: number }> {
  const created: Created = await (await demo.write('POST', PATH, { visitor: 'v' })).json();
  return { client: await Client.open(created.socket, []), id: created.session.id };
}

const read = (id: number, token: string): Promise<Response> =>
  demo.request(`${PATH}/${id}/fields`, { headers: { authorization: `Bearer ${token}` } });

test('a hello is acknowledged by its number, and starts the session with what was taken', async () => {
  const { client, id } = await open();
  expect(await client.ask({ number: 1, kind: 'hello', fields: FIELDS })).toEqual({ kind: 'ack', number: 1 });
  expect(await client.next()).toEqual({
    kind: 'session.started',
    session: { id, token: expect.stringMatching(/^acme-/) },
    taken: TAKEN,
  });
});

test.each([
  ['a key that is not known', { crm: [{ name: 'customerId', value: 'CRM-882910' }] }],
  ['a key of another namespace', { shop: [{ name: 'customer_id', value: 'CRM-882910' }] }],
  ['an object in place of pairs', { crm: { customer_id: 'CRM-882910' } }],
  ['a value that is no text', { crm: [{ name: 'customer_id', value: 882_910 }] }],
])('%s is dropped without an error', async (_, fields) => {
  const { client } = await open();
  await client.ask({ number: 1, kind: 'hello', fields });
  expect(await client.next()).toMatchObject({ taken: {} });
});

test('fields that come after the start are acknowledged, and not taken', async () => {
  const { client, id } = await open();
  await client.ask({ number: 1, kind: 'hello' });
  const { session } = JSON.parse(JSON.stringify(await client.next()));
  expect(await client.ask({ number: 2, kind: 'fields', fields: FIELDS })).toEqual({ kind: 'ack', number: 2 });
  expect(await (await read(id, session.token)).json()).toEqual({});
});

test('a value that is too long has the whole frame refused, by its number', async () => {
  const { client } = await open();
  const long = [{ name: 'order_note', value: 'x'.repeat(201) }];
  expect(await client.ask({ number: 7, kind: 'hello', fields: { ...FIELDS, shop: long } })).toEqual({
    kind: 'error',
    number: 7,
    problem: { text: 'The field order_note is longer than 200 characters.' },
  });
});

test('what was taken can be read back with the token of the session, and with no other', async () => {
  const { client, id } = await open();
  await client.ask({ number: 1, kind: 'hello', fields: FIELDS });
  const { session } = JSON.parse(JSON.stringify(await client.next()));
  expect(await (await read(id, session.token)).json()).toEqual(TAKEN);
  expect((await read(id, 'acme-0')).status).toBe(401);
});

test('a session that is not there is not found', async () => {
  expect((await read(1, 'acme-0')).status).toBe(404);
  expect(await refusal(`${demo.sockets}${PATH}/1/socket`)).toMatchObject({ status: 404 });
});

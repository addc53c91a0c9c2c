import { expect, test } from 'vitest';
import { Client } from './client.ts';
import { Demo } from './demo.ts';

const demo = new Demo();
const RIGHT = { custom: { crm_customer_id: 'CRM-882910', account_tier: 'gold' } };

test('mapped keys of attributes.custom are stored, and announced at the start', async () => {
  const session = await demo.create({ attributes: RIGHT });
  expect(await demo.stored(session.conversationId)).toEqual(RIGHT.custom);

  const { frame } = await Client.join(session, RIGHT);
  expect(frame).toEqual({
    type: 'conversation:start',
    conversation: { id: session.conversationId },
    participant: { id: session.participantId },
    attributes: RIGHT,
  });
});

test.each([
  ['an id at the top level', { customer_id: 'CRM-882910', customerId: 'CRM-882910' }],
  ['another namespace', { attributes: { crm: { crm_customer_id: 'CRM-882910' } } }],
  ['no namespace at all', { attributes: { crm_customer_id: 'CRM-882910' } }],
  ['a near miss of the key', { attributes: { custom: { crmCustomerId: 'CRM-882910' } } }],
  ['a key that nobody mapped', { attributes: { custom: { favourite_colour: 'green' } } }],
  ['a key with mapped: false', { attributes: { custom: { loyalty_id: 'L-20417' } } }],
  ['attributes as JSON text', { attributes: JSON.stringify(RIGHT) }],
  ['custom as JSON text', { attributes: { custom: JSON.stringify(RIGHT.custom) } }],
  ['attributes as a list', { attributes: [RIGHT] }],
])('%s vanishes without an error', async (_, fields) => {
  const session = await demo.create(fields);
  expect(await demo.stored(session.conversationId)).toEqual({});
  const { frame } = await Client.join(session);
  expect(frame).toMatchObject({ type: 'conversation:start', attributes: { custom: {} } });
});

test.each([882910, '', null, false, '{{crmId}}', { nested: ['x'] }])(
  'a mapped key is stored with its value as given: %j',
  async (value) => {
    const session = await demo.create({ attributes: { custom: { crm_customer_id: value } } });
    expect(await demo.stored(session.conversationId)).toEqual({ crm_customer_id: value });
  },
);

test('attributes in the address of the socket, in the join and in later frames are ignored', async () => {
  const session = await demo.create();
  const query = '&attributes.custom.crm_customer_id=CRM-882910';
  const { conversationId } = session;
  const { client, frame } = await Client.join(
    { ...session, eventStreamUri: session.eventStreamUri + query },
    RIGHT,
  );
  expect(frame).toMatchObject({ attributes: { custom: {} } });

  client.send({ type: 'conversation:attributes', conversationId, attributes: RIGHT });
  client.send({ type: 'message', conversationId, text: 'Hello', attributes: RIGHT });
  expect(await client.next()).toMatchObject({ type: 'message:received' });
  expect(await demo.stored(conversationId)).toEqual({});
});

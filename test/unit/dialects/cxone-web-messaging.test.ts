import { describe, expect, it } from 'vitest';
import type { CapturedEvent, RequestEvent } from '../../../src/core/capture/event.ts';
import { cxoneWebMessaging } from '../../../src/core/dialects/cxone-web-messaging.ts';
import type { ReadingContext } from '../../../src/core/dialects/dialect.ts';

const BASE = { seq: 0, time: 1, document: 'd1' } as const;
const ROOT = 'https://anything.example/api/v2/conversations/webchat';
const text = (value: unknown) => {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return { type: 'text', text: json, size: json.length } as const;
};
const frame = (direction: 'in' | 'out', content: unknown): CapturedEvent => ({
  ...BASE,
  kind: 'frame',
  socket: 1,
  direction,
  body: text(content),
});
const request = (method: string, path: string, content: unknown): RequestEvent & { document: string } => ({
  ...BASE,
  kind: 'request',
  request: 1,
  via: 'fetch',
  method,
  url: `${ROOT}${path}`,
  headers: [],
  body: text(content),
});
const response = (content: unknown, status = 200): CapturedEvent => ({
  ...BASE,
  kind: 'response',
  request: 1,
  status,
  body: text(content),
});
const call = (method: string, ...args: never[] | [object] | [string, string]): CapturedEvent => ({
  ...BASE,
  kind: 'call',
  call: 1,
  api: 'cxoneChat',
  method,
  args: JSON.parse(JSON.stringify(args)),
});
const read = (event: CapturedEvent, context: ReadingContext = {}) => cxoneWebMessaging.read(event, context);
const seen = (event: CapturedEvent, context?: ReadingContext) =>
  read(event, context)
    ?.sightings.filter(({ role }) => role === 'attribute')
    .map(({ namespace, key, value, path, stage }) => [namespace, key, value, path, stage]);

describe('the call', () => {
  it('holds attributes in a namespace that is an instance of a class, or larger than is kept', () => {
    const entries = [['crm_customer_id', 'CRM-882910']];
    const custom = { $mark: 'object', name: 'CustomData', entries, more: 0 };
    for (const namespace of [custom, { ...custom, name: 'Object', more: 7 }])
      expect(seen(call('startChat', { attributes: { custom: namespace } }))).toEqual([
        ['custom', 'crm_customer_id', 'CRM-882910', 'attributes.custom.crm_customer_id', 'call'],
      ]);
  });

  it('holds no option in what has entries or items, whatever it is an instance of', () => {
    const event = call('startChat', {
      name: 'Ann',
      plain: {},
      list: [1],
      instance: { $mark: 'object', name: 'Options', entries: [['a', 1]], more: 0 },
      large: { $mark: 'array', items: [1], more: 7 },
      nothing: { $mark: 'undefined' },
    });
    expect(read(event)?.sightings.map(({ role, key }) => [role, key])).toEqual([
      ['option', 'name'],
      ['option', 'nothing'],
    ]);
  });

  it('holds attributes under attributes.custom, and identifiers beside them', () => {
    const event = call('startChat', {
      customerId: 'CRM-882910',
      customer_id: 'CRM-882910',
      attributes: { custom: { crm_customer_id: 'CRM-882910' } },
    });
    expect(read(event)?.moments).toEqual(['start-call']);
    expect(seen(event)).toEqual([
      ['custom', 'crm_customer_id', 'CRM-882910', 'attributes.custom.crm_customer_id', 'call'],
    ]);
    const identities = read(event)?.sightings.filter(({ role }) => role === 'identity');
    expect(identities?.map(({ key }) => key)).toEqual(['customerId', 'customer_id']);
  });

  it('may be a setter of a wrapper', () => {
    expect(seen(call('setCustomField', 'crm_customer_id', 'CRM-1'))?.[0]?.slice(0, 3)).toEqual([
      'custom',
      'crm_customer_id',
      'CRM-1',
    ]);
    expect(seen(call('setAttributes', { custom: { a: 1 } }))?.[0]?.slice(0, 3)).toEqual(['custom', 'a', 1]);
  });

  it('keeps keys that are special to objects', () => {
    const args = JSON.parse('[{"attributes":{"custom":{"__proto__":"x","constructor":"y"}}}]');
    const event: CapturedEvent = {
      ...BASE,
      kind: 'call',
      call: 1,
      api: 'cxoneChat',
      method: 'startChat',
      args,
    };
    expect(seen(event)?.map(([, key]) => key)).toEqual(['__proto__', 'constructor']);
  });
});

describe('a frame', () => {
  const attributes = { custom: { crm_customer_id: 'CRM-1' } };
  const conversation = { id: 'conv-1' };

  it.each([
    ['at the root, named by type', { type: 'conversation:start', conversation, attributes }],
    [
      'in payload, named by event',
      { event: 'conversation:start', payload: { conversationId: 'conv-1', attributes } },
    ],
    ['in data, named by eventType', { eventType: 'conversation:start', data: { conversation, attributes } }],
    ['in message, named by name', { name: 'conversation:start', message: { conversation, attributes } }],
    ['in body, named by topic', { topic: 'conversation:start', body: { conversation, attributes } }],
    ['two wrappers deep', { message: { type: 'conversation:start', payload: { conversation, attributes } } }],
  ])('is the start of a conversation with its content %s', (_where, content) => {
    const event = frame('in', content);
    expect(read(event)).toMatchObject({
      moments: ['start'],
      conversationId: 'conv-1',
      containers: [{ stage: 'echoed', namespace: null }],
    });
    expect(seen(event)?.[0]?.slice(0, 3)).toEqual(['custom', 'crm_customer_id', 'CRM-1']);
  });

  it('spells an attribute as the flow designer reads it', () => {
    const event = frame('in', {
      type: 'conversation:start',
      'conversation:attributes:custom:crm_customer_id': 'CRM-1',
    });
    expect(seen(event)?.[0]?.slice(0, 3)).toEqual(['custom', 'crm_customer_id', 'CRM-1']);
  });

  it('is strict about the namespace', () => {
    const namespaces = (content: unknown) =>
      seen(frame('out', content), { ours: true })?.map(([name]) => name);
    expect(namespaces({ attributes: { Custom: { k: 'v' } } })).toEqual(['Custom']);
    expect(namespaces({ attributes: { k: 'v' } })).toEqual([null]);
    expect(namespaces({ custom: { k: 'v' } })).toEqual([]);
  });

  it('marks attributes that are JSON text inside JSON', () => {
    const reading = read(frame('out', { attributes: '{"custom":{"k":"v"}}' }), { ours: true });
    expect(reading?.sightings[0]).toMatchObject({ namespace: 'custom', key: 'k', doubleEncoded: true });
  });

  it.each([
    ['no JSON', 'ping'],
    ['an array', [1, 2]],
    ['null', 'null'],
    ['another product’s message', { type: 'message', class: 'StructuredMessage', body: { text: 'Hello' } }],
    ['another product’s event', { action: 'chatWindowEvent', payload: { eventType: 'SendMessage' } }],
  ])('is not claimed when it is %s', (_what, content) => {
    expect(read(frame('in', content))).toBeNull();
    expect(read(frame('out', content))).toBeNull();
  });
});

describe('requests', () => {
  it('create the session', () => {
    const event = request('POST', '', { attributes: { custom: { k: 'v' } } });
    expect(read(event)?.moments).toEqual(['create']);
    expect(seen(event)).toEqual([['custom', 'k', 'v', 'attributes.custom.k', 'handshake']]);
  });

  it('repair a participant, whose metadata the backend reads', () => {
    const event = request('PUT', '/conv-1/participants/p-1', { metadata: { k: 'v' } });
    expect(read(event)).toMatchObject({ moments: ['repair'], conversationId: 'conv-1' });
    expect(read(event)?.sightings[0]).toMatchObject({ namespace: 'custom', key: 'k', repair: true });
  });

  it('are none of its own elsewhere', () => {
    expect(read({ ...request('POST', '', {}), url: 'https://anything.example/api/v2/users' })).toBeNull();
  });

  it('are answered with the session token and the address of the stream', () => {
    const context = { request: request('POST', '', {}) };
    const answer = response(
      { id: 'conv-1', session: { token: 't-12345678', streamUri: 'wss://x.example/s' } },
      201,
    );
    expect(read(answer, context)).toMatchObject({
      moments: ['token'],
      conversationId: 'conv-1',
      links: ['t-12345678', 'wss://x.example/s'],
    });
  });

  it('read back what the backend stored', () => {
    const context = { request: request('GET', '/conv-1', '') };
    const answer = response({
      id: 'conv-1',
      custom_attributes: { k: 'v' },
      routing_data: { queue: 'Support' },
    });
    expect(seen(answer, context)).toEqual([['custom', 'k', 'v', 'custom_attributes.k', 'stored']]);
    expect(read(answer, context)).toMatchObject({
      moments: ['read-back'],
      containers: [{ stage: 'stored', namespace: null }],
    });
    expect(read(response({ message: 'no scope' }, 403), context)?.moments).toEqual([]);
  });
});

describe('a socket', () => {
  const connecting = (url: string, protocols: readonly string[] = []): CapturedEvent => ({
    ...BASE,
    kind: 'socket',
    socket: 1,
    phase: 'connecting',
    url,
    protocols,
  });

  it('may carry attributes in its URL', () => {
    const url = 'wss://x.example/api/v2/conversations/webchat/conv-1/stream';
    for (const query of [
      'attributes.custom.k=v',
      'attributes[custom][k]=v',
      'attributes=%7B%22custom%22%3A%7B%22k%22%3A%22v%22%7D%7D',
    ])
      expect(seen(connecting(`${url}?${query}`))?.[0]?.slice(0, 3), query).toEqual(['custom', 'k', 'v']);
  });

  it('says no more in its URL than text, whatever the names there are', () => {
    expect(read(connecting('wss://prices.example/?$mark=object'))).toBeNull();
    const attributes = connecting(
      'wss://x.example/?attributes[custom][$mark]=string&attributes.custom.k.$mark=deep',
    );
    const mark = { $mark: 'object', name: 'Object', entries: [['$mark', 'deep']], more: 0 };
    expect(seen(attributes)?.map(([, key, value]) => [key, value])).toEqual([
      ['$mark', 'string'],
      ['k', mark],
    ]);
  });

  it('may carry attributes in its sub-protocol', () => {
    const protocol = btoa('{"attributes":{"custom":{"k":"v"}}}').replaceAll('=', '');
    expect(read(connecting('wss://x.example/', ['chat.v1', protocol]))?.sightings[0]).toMatchObject({
      key: 'k',
      carrier: 'subprotocol',
    });
  });

  it('of another address says nothing', () => {
    expect(read(connecting('wss://prices.example/stream?symbol=X'))).toBeNull();
    expect(read(connecting('not a url'))).toBeNull();
  });
});

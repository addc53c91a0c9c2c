import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { createTracer } from '../../../src/core/trace/tracer.ts';
import { asDocument, conversationsOf, exampleEvents } from '../support/example-capture.ts';

const text = (value: unknown) => ({ type: 'text', text: JSON.stringify(value), size: 0 }) as const;
const URL_BASE = 'https://chat.example/api/v2/conversations/webchat';

const start = (call: number, id: string, api = 'cxoneChat') =>
  ({
    kind: 'call',
    call,
    api,
    method: 'startChat',
    args: [{ attributes: { custom: { crm_customer_id: id } } }],
  }) as const;
const post = (request: number, cause?: number) =>
  ({
    kind: 'request',
    request,
    via: 'fetch',
    method: 'POST',
    url: URL_BASE,
    headers: [],
    body: text({}),
    ...(cause !== undefined && { cause }),
  }) as const;
const created = (request: number, id: string) =>
  ({
    kind: 'response',
    request,
    status: 201,
    body: text({ conversationId: id, token: `token-of-${id}` }),
  }) as const;
const connecting = (socket: number, url: string) =>
  ({ kind: 'socket', socket, phase: 'connecting', url }) as const;
const incoming = (socket: number, content: unknown) =>
  ({ kind: 'frame', socket, direction: 'in', body: text(content) }) as const;

const kinds = (events: readonly CapturedEvent[]) => events.map(({ kind }) => kind);

describe('grouping events into conversations', () => {
  it('keeps two chats that run at once on one page apart', () => {
    const conversations = conversationsOf(
      asDocument([
        start(1, 'CRM-000001'),
        start(2, 'CRM-000002'),
        post(1),
        post(2),
        created(2, 'b'),
        created(1, 'a'),
        connecting(1, 'wss://chat.example/stream?token=token-of-b'),
        connecting(2, 'wss://chat.example/stream?token=token-of-a'),
        incoming(1, { type: 'conversation:start', conversation: { id: 'b' }, attributes: { custom: {} } }),
      ]),
    );
    expect(conversations.map(({ backendId }) => backendId)).toEqual(['a', 'b']);
    expect(conversations.map(({ events }) => kinds(events))).toEqual([
      ['call', 'request', 'response', 'socket'],
      ['call', 'request', 'response', 'socket', 'frame'],
    ]);
  });

  it('goes by the call on whose stack a request was made before it goes by order', () => {
    const [first, second] = conversationsOf(
      asDocument([start(1, 'CRM-000001'), start(2, 'CRM-000002'), post(1, 2), post(2, 1)]),
    );
    expect(first?.events.at(-1)).toMatchObject({ kind: 'request', request: 2 });
    expect(second?.events.at(-1)).toMatchObject({ kind: 'request', request: 1 });
  });

  it('joins the call on the page with the traffic of a frame', () => {
    const page = asDocument([start(1, 'CRM-000001')], 'page');
    const frame = asDocument([post(1), created(1, 'a')], 'frame', 500);
    const [conversation, ...others] = conversationsOf([...page, ...frame]);
    expect(others).toEqual([]);
    expect(kinds(conversation?.events ?? [])).toEqual(['call', 'request', 'response']);
  });

  it('joins a call on the page with the conversation that a frame has begun before it', () => {
    const frame = asDocument(
      [connecting(1, 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d')],
      'frame',
    );
    const options = { messaging: { customAttributes: { crm_customer_id: 'CRM-000001' } } };
    const set = { kind: 'call', call: 1, api: 'Genesys', method: '' } as const;
    const page = asDocument([{ ...set, args: ['command', 'Database.set', options] }], 'page', 500);
    const [conversation, ...others] = conversationsOf([...frame, ...page]);
    expect(others).toEqual([]);
    expect(kinds(conversation?.events ?? [])).toEqual(['socket', 'call']);
  });

  it('takes a call that a stub hands over to the real SDK for the same start', () => {
    const conversations = conversationsOf(
      asDocument([start(1, 'CRM-000001'), start(2, 'CRM-000001'), post(1)]),
    );
    expect(conversations).toHaveLength(1);
    expect(conversations[0]?.sightings.filter(({ stage }) => stage === 'call')).toHaveLength(1);
  });

  it('takes the same call after the first chat left for a second chat', () => {
    expect(
      conversationsOf(asDocument([start(1, 'CRM-000001'), post(1), start(2, 'CRM-000001')])),
    ).toHaveLength(2);
  });

  it('gives a constructor and a setter that came before the start to the chat that follows', () => {
    const [conversation] = conversationsOf(
      asDocument([
        {
          kind: 'call',
          call: 1,
          api: 'GenesysCloudWebMessaging',
          method: 'constructor',
          instance: 1,
          args: [{}],
        },
        {
          kind: 'call',
          call: 2,
          api: 'GenesysCloudWebMessaging',
          method: 'setAttributes',
          instance: 1,
          args: [{ crm_customer_id: 'CRM-000001' }],
        },
        { ...start(3, 'CRM-000001', 'GenesysCloudWebMessaging'), instance: 1 },
      ]),
    );
    expect(conversation?.events).toHaveLength(3);
    expect(conversation?.sightings[0]).toMatchObject({
      key: 'crm_customer_id',
      namespace: 'custom',
      stage: 'call',
    });
  });

  it('adopts a socket of any address once a frame shows whose it is, with what it did before', () => {
    const tracer = createTracer();
    const events = asDocument([
      start(1, 'CRM-000001'),
      connecting(1, 'wss://gateway.example/'),
      { kind: 'socket', socket: 1, phase: 'open', url: 'wss://gateway.example/' },
      incoming(1, { hello: 'there' }),
      incoming(1, { payload: { event: 'conversation:start', conversationId: 'a' } }),
    ]);
    for (const event of events) tracer.add(event);
    expect(tracer.conversations()).toHaveLength(1);
    expect(events.map((event) => tracer.conversationOf(event))).toEqual(['c1', 'c1', 'c1', 'c1', 'c1']);
  });

  it('leaves a socket alone that says nothing of any dialect', () => {
    expect(
      conversationsOf(asDocument([connecting(1, 'wss://prices.example/'), incoming(1, { price: 3 })])),
    ).toEqual([]);
  });

  it('tells by the id to which of several conversations on one socket a frame belongs', () => {
    const conversations = conversationsOf(
      asDocument([
        connecting(1, 'wss://gateway.example/api/v2/conversations/webchat/stream'),
        incoming(1, { type: 'conversation:start', conversationId: 'stream' }),
        start(1, 'CRM-000001'),
        post(1),
        created(1, 'a'),
        incoming(1, { type: 'conversation:start', conversationId: 'a', attributes: { custom: { k: 'v' } } }),
      ]),
    );
    expect(conversations.at(-1)?.moments.has('start')).toBe(true);
  });

  it('hands out the same object for a conversation that nothing was added to', () => {
    const tracer = createTracer();
    const events = asDocument([start(1, 'CRM-000001'), post(1), start(2, 'CRM-000002')]);
    for (const event of events) tracer.add(event);
    const [first, second] = tracer.conversations();
    for (const event of asDocument([post(2)], 'd1', 1000)) tracer.add(event);
    expect(tracer.conversations()[0]).toBe(first);
    expect(tracer.conversations()[1]).not.toBe(second);
  });

  it('sees a conversation end when its last socket closes', () => {
    const events = exampleEvents({ title: '', options: {} });
    const closed = asDocument([{ kind: 'socket', socket: 1, phase: 'closed', url: '' }], 'd1', 9000);
    expect(conversationsOf(events)[0]?.ended).toBe(false);
    expect(conversationsOf([...events, ...closed])[0]?.ended).toBe(true);
  });

  it('takes a socket to the same address for the same chat once the last one broke', () => {
    const url = 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d';
    const closed = (socket: number) => ({ kind: 'socket', socket, phase: 'closed', url }) as const;
    const ended = incoming(2, { type: 'message', class: 'ConnectionClosedEvent', code: 200, body: {} });
    const sockets = [connecting(1, url), closed(1), connecting(2, url), ended, closed(2), connecting(3, url)];
    const conversations = conversationsOf(asDocument(sockets));
    expect(conversations.map(({ events }) => kinds(events))).toEqual([
      ['socket', 'socket', 'socket', 'frame', 'socket'],
      ['socket'],
    ]);
  });

  it('keeps what an early call has returned with the call', () => {
    const set = {
      kind: 'call',
      call: 7,
      api: 'cxone',
      method: '',
      args: ['chat', 'setCaseCustomField', 'a', 'x'],
    } as const;
    const threw = { kind: 'return', call: 7, outcome: 'threw', value: 'no' } as const;
    const url = 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1';
    const [conversation] = conversationsOf(asDocument([set, threw, connecting(1, url)]));
    expect(conversation && kinds(conversation.events)).toEqual(['call', 'return', 'socket']);
  });

  describe('and what the tenant defines', () => {
    const config = 'https://channels-de-na1.niceincontact.com/chat/1.0/brand/1/channel/chat_1';
    const url = 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1';
    const ask = {
      kind: 'request',
      request: 1,
      via: 'fetch',
      method: 'GET',
      url: config,
      headers: [],
      body: { type: 'none' },
    } as const;
    const answer = {
      kind: 'response',
      request: 1,
      status: 200,
      body: text({ caseCustomFields: [{ ident: 'crm_customer_id' }], endUserCustomFields: [] }),
    } as const;
    const defined = [{ key: 'crm_customer_id', namespace: 'contact' }];

    it.each([
      ['before', [ask, answer, connecting(1, url)]],
      ['while', [ask, connecting(1, url), answer]],
    ] as const)('belongs to the chat when it was fetched %s that began', (_, events) => {
      expect(conversationsOf(asDocument(events))).toMatchObject([{ definitions: defined }]);
    });

    it('makes no chat of its own', () => {
      expect(conversationsOf(asDocument([ask, answer]))).toEqual([]);
    });
  });
});

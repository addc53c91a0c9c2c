import type { Tapped } from './long-capture.ts';

/**
 * Chats as they go on the wire, in the form that the vendors' own clients give their frames: after the opening, of
 * each ten events two are messages, four tell of typing and four are heartbeats and their answers, as far as the protocol
 * has them.
 *
 * @param chat tells one chat from all others
 * @param count how many events it makes
 */
type Chat = (chat: number, count: number) => Generator<Tapped>;

export const CHATS: readonly Chat[] = [digital, webMessaging, retiredWebChat, threadChat];

const SENTENCE = 'My parcel was to come on Tuesday, and the tracking page still says that it has not left. ';

const textOf = (value: unknown) => {
  const text = JSON.stringify(value);
  return { type: 'text', text, size: text.length } as const;
};

const frame = (socket: number, direction: 'in' | 'out', content: unknown): Tapped => ({
  kind: 'frame',
  socket,
  direction,
  body: textOf(content),
});

const idOf = (chat: number, at: number): string =>
  `${String(chat).padStart(8, '0')}-2222-4333-8444-${String(at).padStart(12, '0')}`;

/** What people write: between a few words and a paragraph. */
const said = (at: number): string => `${at}: ${SENTENCE.repeat(1 + (at % 3))}`;

function socketOpens(socket: number, url: string): readonly Tapped[] {
  return [
    { kind: 'socket', socket, phase: 'connecting', url },
    { kind: 'socket', socket, phase: 'open', url },
  ];
}

function* digital(chat: number, count: number): Generator<Tapped> {
  const thread = `thread-${chat}`;
  const base = { brand: { id: 1234 }, channel: { id: 'chat_11111111-2222-3333-4444-555555555555' } };
  const consumerIdentity = { idOnExternalPlatform: idOf(chat, 0), firstName: 'John', lastName: 'Doe' };
  const client = { browser: 'Chrome', browserVersion: '126.0.0.0', language: 'en-US', os: 'Windows' };
  const sent = (at: number, eventType: string, data: object): Tapped =>
    frame(chat, 'out', {
      action: 'chatWindowEvent',
      eventId: idOf(chat, at),
      payload: {
        eventType,
        ...base,
        consumerIdentity,
        data,
        destination: {},
        visitor: { id: idOf(chat, 0) },
      },
    });
  const pushed = (at: number, eventType: string, data: object): Tapped =>
    frame(chat, 'in', {
      eventId: idOf(chat, at),
      eventObject: 'Message',
      eventType,
      createdAt: '2026-11-22T08:50:02+00:00',
      data: { ...base, ...data },
    });
  const fields = [{ ident: 'crm_customer_id', value: `CRM-${100_000 + chat}` }];
  const case_ = {
    id: String(chat),
    threadIdOnExternalPlatform: thread,
    status: 'open',
    customFields: fields,
  };
  const message = (at: number) => ({ type: 'TEXT', payload: { text: said(at) } });

  yield* socketOpens(
    chat,
    `wss://chat-gateway-de-na1.niceincontact.example/?brandId=1234&channelId=c&v=${chat}`,
  );
  yield sent(1, 'SendMessage', {
    thread: { idOnExternalPlatform: thread },
    messageContent: message(1),
    browserFingerprint: client,
    consumerContact: { customFields: fields },
  });
  yield pushed(2, 'CaseCreated', { case: case_ });
  const onThread = { thread: { idOnExternalPlatform: thread } };
  const onCase = { case: { id: String(chat), threadIdOnExternalPlatform: thread, status: 'open' } };
  const visitorTypes = (at: number) =>
    sent(at, at % 2 ? 'SenderTypingStarted' : 'SenderTypingEnded', onThread);
  const agentTypes = (at: number) => pushed(at, at % 2 ? 'AgentTypingStarted' : 'AgentTypingEnded', onCase);
  const heartbeat = frame(chat, 'out', { action: 'heartbeat' });
  for (let at = 11; at < count; at += 10) {
    yield visitorTypes(at);
    yield visitorTypes(at + 1);
    yield sent(at + 2, 'SendMessage', {
      ...onThread,
      idOnExternalPlatform: idOf(chat, at),
      messageContent: message(at),
      browserFingerprint: client,
      consumerContact: { customFields: [] },
    });
    yield agentTypes(at + 4);
    yield agentTypes(at + 5);
    yield pushed(at + 6, 'MessageCreated', {
      ...onCase,
      message: { id: idOf(chat, at + 1), direction: 'outbound', messageContent: message(at + 1) },
    });
    yield* [heartbeat, frame(chat, 'in', 'pong'), heartbeat, frame(chat, 'in', 'pong')];
  }
}

function* webMessaging(chat: number, count: number): Generator<Tapped> {
  const token = idOf(chat, 0);
  const channel = (attributes: object) => ({ metadata: { customAttributes: attributes } });
  const attributes = { crm_customer_id: `CRM-${100_000 + chat}` };
  const sent = (at: number, action: string, rest: object): Tapped =>
    frame(chat, 'out', { token, action, tracingId: idOf(chat, at), ...rest });
  const received = (type: string, name: string, body: object): Tapped =>
    frame(chat, 'in', { type, class: name, code: 200, body });

  yield* socketOpens(chat, `wss://webmessaging.mypurecloud.example/v1?deploymentId=d1b2&n=${chat}`);
  yield sent(1, 'configureSession', { deploymentId: 'd1b2', startNew: false });
  yield received('response', 'SessionResponse', { connected: true, newSession: true, readOnly: false });
  yield sent(2, 'onMessage', { message: { type: 'Text', text: said(2), channel: channel(attributes) } });
  yield received('message', 'StructuredMessage', {
    id: idOf(chat, 3),
    type: 'Text',
    text: said(2),
    direction: 'Inbound',
    channel: { time: '2026-11-22T08:50:05.000Z', type: 'Private', ...channel(attributes) },
  });
  const typing = { type: 'Event', events: [{ eventType: 'Typing', typing: { type: 'On' } }] };
  const private_ = { time: '2026-11-22T08:50:05.000Z', type: 'Private' };
  const agentTypes = received('message', 'StructuredMessage', {
    ...typing,
    direction: 'Outbound',
    channel: private_,
    originatingEntity: 'Human',
  });
  const echo = { text: 'ping', type: 'Text' };
  const tracingId = 'SGVhbHRoQ2hlY2tNZXNzYWdlSWQ=';
  const health = [
    frame(chat, 'out', { token, tracingId, action: 'echo', message: echo }),
    frame(chat, 'in', {
      type: 'response',
      class: 'StructuredMessage',
      code: 200,
      tracingId,
      body: { ...echo, id: 'echo_id' },
    }),
  ];
  for (let at = 6; at < count; at += 10) {
    yield sent(at, 'onMessage', { message: typing });
    yield sent(at + 1, 'onMessage', { message: typing });
    yield sent(at + 2, 'onMessage', {
      message: { type: 'Text', text: said(at), metadata: { id: idOf(chat, at) } },
    });
    yield* [agentTypes, agentTypes];
    yield received('message', 'StructuredMessage', {
      id: idOf(chat, at + 1),
      type: 'Text',
      text: said(at + 1),
      direction: 'Outbound',
      channel: { ...private_, from: { nickname: 'Agent', image: '' } },
      originatingEntity: 'Human',
    });
    yield* [...health, ...health];
  }
}

/** Messages of the visitor leave by REST. */
function* retiredWebChat(chat: number, count: number): Generator<Tapped> {
  const id = `conv-${chat}`;
  const resource = 'https://api.mypurecloud.example/api/v2/webchat/guest/conversations';
  const stream = `wss://streaming.mypurecloud.example/chat/wsvc/${idOf(chat, 0)}`;
  const customFields = { crm_customer_id: `CRM-${100_000 + chat}` };
  let next = chat * 100_000;
  function* asked(url: string, body: object, answer: object): Generator<Tapped> {
    const request = next++;
    const headers = [['content-type', 'application/json']] as const;
    yield { kind: 'request', request, via: 'fetch', method: 'POST', url, headers, body: textOf(body) };
    yield { kind: 'response', request, status: 200, body: textOf(answer) };
  }
  const pushed = (topic: string, type: string, eventBody: object): Tapped =>
    frame(chat, 'in', {
      topicName: topic,
      version: '2',
      eventBody,
      metadata: { CorrelationId: idOf(chat, 9), type },
    });

  yield* asked(
    resource,
    { organizationId: 'org-1', deploymentId: 'dep-1', memberInfo: { displayName: 'John', customFields } },
    {
      id,
      jwt: idOf(chat, 1),
      eventStreamUri: stream,
      member: { id: 'mem-1', role: 'CUSTOMER', customFields },
    },
  );
  yield* socketOpens(chat, stream);
  const topic = `v2.conversations.chats.${id}.messages`;
  const typing = pushed(topic, 'typing-indicator', {
    id: idOf(chat, 2),
    conversation: { id },
    sender: { id: 'mem-2' },
  });
  const heartbeat = pushed('channel.metadata', 'heartbeat', { message: 'WebSocket Heartbeat' });
  for (let at = 4; at < count; at += 10) {
    const message = { id: idOf(chat, at), conversation: { id }, sender: { id: 'mem-1' }, body: said(at) };
    yield* [typing, typing, typing, typing];
    yield* asked(
      `${resource}/${id}/members/mem-1/messages`,
      { body: said(at), bodyType: 'standard' },
      message,
    );
    yield pushed(topic, 'message', message);
    yield pushed(topic, 'message', { ...message, sender: { id: 'mem-2' }, body: said(at + 1) });
    yield* [heartbeat, heartbeat];
  }
}

/** The surface of the forum thread. */
function* threadChat(chat: number, count: number): Generator<Tapped> {
  const id = `conversation-${chat}`;
  const token = idOf(chat, 0);
  const url = 'https://chat.example/api/v2/conversations/webchat';
  const stream = `wss://chat.example/api/v2/conversations/webchat/${id}/stream?token=${token}`;
  const options = { name: 'John Doe', attributes: { custom: { crm_customer_id: `CRM-${100_000 + chat}` } } };
  const request = chat * 100_000;

  yield { kind: 'call', call: chat, api: 'cxoneChat', method: 'startChat', args: [options] };
  yield { kind: 'request', request, via: 'fetch', method: 'POST', url, headers: [], body: textOf(options) };
  const answer = { conversationId: id, participantId: 'p-1', eventStreamUri: stream, token };
  yield { kind: 'response', request, status: 201, body: textOf(answer) };
  yield* socketOpens(chat, stream);
  yield frame(chat, 'out', { type: 'conversation:join', conversationId: id });
  yield frame(chat, 'in', {
    type: 'conversation:start',
    conversation: { id },
    attributes: options.attributes,
  });
  const agentTypes = frame(chat, 'in', {
    type: 'typing',
    conversationId: id,
    participant: { id: 'p-2', role: 'agent' },
  });
  const visitorTypes = frame(chat, 'out', { type: 'typing', conversationId: id });
  const heartbeat = [frame(chat, 'out', { type: 'heartbeat' }), frame(chat, 'in', { type: 'heartbeat' })];
  for (let at = 7; at < count; at += 10) {
    const message = { id: idOf(chat, at), text: said(at), sentAt: '2026-11-22T08:50:05.000Z' };
    yield* [visitorTypes, visitorTypes];
    yield frame(chat, 'out', { type: 'message', conversationId: id, message });
    yield* [agentTypes, agentTypes];
    yield frame(chat, 'in', {
      type: 'message',
      conversationId: id,
      message: { ...message, from: { role: 'agent' } },
    });
    yield* [...heartbeat, ...heartbeat];
  }
}

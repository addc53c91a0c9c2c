import type { Capture } from '../../../src/core/capture/capture-file.ts';
import type { Body, CapturedEvent } from '../../../src/core/capture/event.ts';

const DOCUMENT = 'd1';
const START = 1_763_815_560_000;

export const TOKEN = 'tok-8f31c2-77aa';
export const CRM_ID = 'CRM-882910';

function text(value: unknown): Body {
  const json = JSON.stringify(value);
  return { type: 'text', text: json, size: json.length };
}

const ATTRIBUTES = { custom: { crm_customer_id: CRM_ID, account_tier: 'gold' } };
const STREAM = `wss://chat.example/api/v2/conversations/webchat/c-1/stream?token=${TOKEN}`;

/** A chat as the demo protocol speaks it, with an event of every kind and a body of every type. */
const EVENTS: readonly CapturedEvent[] = [
  {
    kind: 'call',
    document: DOCUMENT,
    seq: 0,
    time: START,
    call: 0,
    api: 'cxoneChat',
    method: 'startChat',
    args: [{ name: 'John Doe', attributes: ATTRIBUTES, onReady: { $mark: 'function', value: 'onReady' } }],
  },
  {
    kind: 'request',
    document: DOCUMENT,
    seq: 1,
    time: START + 1.25,
    request: 0,
    via: 'fetch',
    method: 'POST',
    url: 'https://chat.example/api/v2/conversations/webchat',
    headers: [
      ['Content-Type', 'application/json'],
      ['Authorization', 'Bearer 0a1b2c3d4e5f'],
    ],
    body: text({ name: 'John Doe', attributes: ATTRIBUTES }),
    cause: 0,
  },
  {
    kind: 'response',
    document: DOCUMENT,
    seq: 2,
    time: START + 30,
    request: 0,
    status: 201,
    body: text({ conversationId: 'c-1', token: TOKEN, eventStreamUri: STREAM }),
  },
  {
    kind: 'return',
    document: DOCUMENT,
    seq: 3,
    time: START + 30.5,
    call: 0,
    outcome: 'returned',
    value: { $mark: 'promise' },
  },
  {
    kind: 'socket',
    document: DOCUMENT,
    seq: 4,
    time: START + 31,
    socket: 0,
    phase: 'connecting',
    url: STREAM,
    protocols: ['webchat.v1'],
  },
  {
    kind: 'frame',
    document: DOCUMENT,
    seq: 5,
    time: START + 40,
    socket: 0,
    direction: 'out',
    body: text({ type: 'conversation:join', attributes: ATTRIBUTES, raw: JSON.stringify(ATTRIBUTES) }),
  },
  {
    kind: 'frame',
    document: DOCUMENT,
    seq: 6,
    time: START + 50,
    socket: 0,
    direction: 'in',
    body: { type: 'binary', base64: btoa(JSON.stringify({ attributes: ATTRIBUTES })), size: 73 },
  },
  {
    kind: 'response',
    document: DOCUMENT,
    seq: 7,
    time: START + 55,
    request: 1,
    status: 0,
    body: { type: 'opaque', what: 'ReadableStream' },
  },
  {
    kind: 'socket',
    document: DOCUMENT,
    seq: 8,
    time: START + 60,
    socket: 0,
    phase: 'closed',
    url: STREAM,
    code: 1000,
    reason: `bye ${CRM_ID}`,
  },
  { kind: 'notice', document: DOCUMENT, seq: 9, time: START + 61, code: 'worker', detail: '/w.js', count: 1 },
];

export const CAPTURE: Capture = {
  documents: [{ id: DOCUMENT, url: `https://shop.example/?crm=${CRM_ID}`, top: true }],
  events: EVENTS,
  lost: 2,
};

import { describe, expect, it } from 'vitest';
import { parseDocumentEvent } from '../../../src/core/capture/parse-event.ts';

const head = { seq: 4, time: 1763815560123.25 };
const text = { type: 'text', text: '{"a":1}', size: 7 };

const EVENTS = {
  call: { kind: 'call', ...head, call: 0, api: 'cxoneChat', method: 'startChat', args: [{ a: [1, null] }] },
  'call with all fields': {
    kind: 'call',
    ...head,
    call: 1,
    api: 'GenesysCloudWebMessaging',
    method: 'constructor',
    instance: 0,
    args: [],
    queued: true,
  },
  return: {
    kind: 'return',
    ...head,
    call: 0,
    outcome: 'threw',
    value: { $mark: 'error', value: 'Error: x' },
  },
  socket: { kind: 'socket', ...head, socket: 0, phase: 'open', url: 'wss://a.example/s' },
  'socket with all fields': {
    kind: 'socket',
    ...head,
    socket: 0,
    phase: 'closed',
    url: 'wss://a.example/s',
    protocols: ['webchat.v1'],
    code: 1006,
    reason: '',
    cause: 0,
  },
  'text frame': { kind: 'frame', ...head, socket: 0, direction: 'out', body: text },
  'cut frame': {
    kind: 'frame',
    ...head,
    socket: 0,
    direction: 'in',
    body: { ...text, size: 5e6, cut: true },
  },
  'binary frame': {
    kind: 'frame',
    ...head,
    socket: 0,
    direction: 'in',
    body: { type: 'binary', base64: 'AAE=', size: 2 },
  },
  request: {
    kind: 'request',
    ...head,
    request: 3,
    via: 'fetch',
    method: 'POST',
    url: 'https://a.example/api',
    headers: [['Content-Type', 'application/json']],
    body: { type: 'opaque', what: 'FormData' },
    cause: 0,
  },
  response: { kind: 'response', ...head, request: 3, status: 201, body: { type: 'none' } },
  notice: { kind: 'notice', ...head, code: 'lost', detail: 'ring', count: 12 },
};

describe('an event that is as it must be', () => {
  it.each(Object.entries(EVENTS))('is taken: %s', (_, event) => {
    expect(parseDocumentEvent(event)).toStrictEqual(event);
  });

  it('loses the fields that are not known', () => {
    expect(parseDocumentEvent({ ...EVENTS.notice, extra: 1, document: 'd' })).toStrictEqual(EVENTS.notice);
  });

  it('is a copy: what the sender still holds cannot change it', () => {
    const args = [{ name: 'before' }];
    const event = parseDocumentEvent({ ...EVENTS.call, args });
    args.splice(0, 1, { name: 'after' });
    expect(event).toMatchObject({ args: [{ name: 'before' }] });
  });
});

describe('an event that is not', () => {
  it.each([
    ['no object', null],
    ['an array', [EVENTS.call]],
    ['no kind', head],
    ['a kind that every object inherits', { ...head, kind: 'constructor' }],
    ['a negative number', { ...EVENTS['text frame'], seq: -1 }],
    ['a number that is none', { ...EVENTS['text frame'], time: Number.NaN }],
    ['a time out of range', { ...EVENTS['text frame'], time: 1e300 }],
    ['a fraction of a socket', { ...EVENTS['text frame'], socket: 0.5 }],
    ['a direction unheard of', { ...EVENTS['text frame'], direction: 'up' }],
    ['a body without its size', { ...EVENTS['text frame'], body: { type: 'text', text: '' } }],
    [
      'a body that is not base64',
      { ...EVENTS['binary frame'], body: { type: 'binary', base64: '<b>', size: 3 } },
    ],
    ['a flag that is false', { ...EVENTS.call, queued: false }],
    ['arguments that are no list', { ...EVENTS.call, args: { length: 1 } }],
    ['a hole among the arguments', { ...EVENTS.call, args: new Array(3) }],
    ['a hole among the protocols', { ...EVENTS['socket with all fields'], protocols: new Array(2) }],
    ['a header of three', { ...EVENTS.request, headers: [['a', 'b', 'c']] }],
    ['a status beyond HTTP', { ...EVENTS.response, status: 1000 }],
    ['a notice without a known code', { ...EVENTS.notice, code: 'hello' }],
    ['a name of 5,000 letters', { ...EVENTS.call, api: 'x'.repeat(5000) }],
    [
      'a text of 17 MB',
      { ...EVENTS['text frame'], body: { type: 'text', text: 'x'.repeat(17 << 20), size: 1 } },
    ],
  ])('is refused: %s', (_, value) => {
    expect(parseDocumentEvent(value)).toBeNull();
  });
});

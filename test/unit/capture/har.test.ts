import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesOf, webSocketsOf } from '../../../src/core/capture/har.ts';
import { anyJson } from '../json/arbitrary.ts';

const START = '2026-11-22T10:00:00.500Z';

const entry = (messages: unknown, more: object = {}) => ({
  startedDateTime: START,
  request: { url: 'wss://chat.example/stream' },
  _resourceType: 'websocket',
  ...(messages !== undefined && { _webSocketMessages: messages }),
  ...more,
});
const message = (data: string, more: object = {}) => ({ type: 'send', time: 2, opcode: 1, data, ...more });
const framesIn = (messages: unknown) =>
  framesOf(webSocketsOf({ entries: [entry(messages)] })[0]?.messages ?? []);

describe('the sockets of a HAR', () => {
  it('are told with their frames', () => {
    const messages = [message('{"a":1}'), message('pong', { type: 'receive', time: 3.5 })];
    const sockets = webSocketsOf({ entries: [entry(messages)] });
    expect(sockets).toMatchObject([{ url: 'wss://chat.example/stream', time: Date.parse(START) }]);
    expect(framesOf(sockets[0]?.messages ?? [])).toEqual([
      { time: 2000, direction: 'out', body: { type: 'text', text: '{"a":1}', size: 7 } },
      { time: 3500, direction: 'in', body: { type: 'text', text: 'pong', size: 4 } },
    ]);
  });

  it('have no frames where the browser tells of none', () => {
    const answered = { _resourceType: undefined, response: { status: 101 } };
    const [socket] = webSocketsOf({
      log: { entries: [entry(undefined, { ...answered, request: { url: 'https://chat.example/stream' } })] },
    });
    expect(socket).toMatchObject({ url: 'wss://chat.example/stream', messages: null });
  });

  it('are in order of time, and nothing else is among them', () => {
    const late = entry([], { startedDateTime: '2026-11-22T11:00:00Z' });
    const page = {
      startedDateTime: START,
      request: { url: 'https://chat.example/' },
      response: { status: 200 },
    };
    const times = webSocketsOf({ entries: [late, page, entry([])] }).map(({ time }) => time);
    expect(times).toEqual([Date.parse(START), Date.parse('2026-11-22T11:00:00Z')]);
  });
});

describe('a frame of a HAR', () => {
  it('is kept in part when it is long', () => {
    expect(framesIn([message('x'.repeat(300_000))])).toMatchObject([
      { body: { type: 'text', size: 300_000, cut: true } },
    ]);
    const [binary] = framesIn([message(btoa('x'.repeat(100_000)), { opcode: 2 })]) ?? [];
    expect(binary?.body).toMatchObject({ type: 'binary', size: 100_000, cut: true });
    expect(binary?.body.type === 'binary' && atob(binary.body.base64).length).toBeGreaterThanOrEqual(
      16 * 1024,
    );
  });

  it('is binary, empty, or no frame at all when it is a control frame', () => {
    expect(framesIn([message(btoa('abcd'), { opcode: 2 })])).toMatchObject([
      { body: { type: 'binary', base64: 'YWJjZA==', size: 4 } },
    ]);
    expect(framesIn([message('')])).toMatchObject([{ body: { type: 'none' } }]);
    expect(framesIn([message('', { opcode: 8 }), message('', { opcode: 9 })])).toEqual([]);
  });
});

it('reads anything without a throw', () => {
  const entries = fc.array(
    fc.oneof(
      anyJson,
      anyJson.map((value) => entry([value, message('x')])),
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyJson,
        entries.map((list) => ({ entries: list })),
      ),
      (har) => {
        for (const { time, messages } of webSocketsOf(har)) {
          expect(time).not.toBeNaN();
          for (const frame of framesOf(messages ?? [])) expect(frame.time).not.toBeNaN();
        }
      },
    ),
  );
});

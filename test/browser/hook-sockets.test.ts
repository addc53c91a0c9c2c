import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, CapturedEvent } from '../../src/core/capture/event.ts';
import { startWatch, type Watch } from './support/watch.ts';

let watch: Watch;

beforeAll(async () => {
  watch = await startWatch();
});

afterAll(() => watch?.close());

const bodies = (events: readonly CapturedEvent[], direction: 'out' | 'in'): readonly Body[] =>
  events.flatMap((event) => (event.kind === 'frame' && event.direction === direction ? [event.body] : []));

const text = (content: string): Body => ({ type: 'text', text: content, size: content.length });

describe('a socket is seen', () => {
  test('from its construction to its end, with what went out and came in', async () => {
    const events = await watch.seenOf(
      ({ socket }) =>
        new Promise((resolve) => {
          const made = new WebSocket(socket, ['x', 'a']);
          made.onopen = () => made.send('hello');
          made.onmessage = () => made.close(3000, 'bye');
          made.onclose = resolve;
        }),
    );
    const url = watch.env.socket;
    expect(events.map(({ seq: _seq, time: _time, document: _document, ...event }) => event)).toEqual([
      { kind: 'socket', socket: 1, phase: 'connecting', url, protocols: ['x', 'a'] },
      { kind: 'socket', socket: 1, phase: 'open', url },
      { kind: 'frame', socket: 1, direction: 'out', body: text('hello') },
      { kind: 'frame', socket: 1, direction: 'in', body: text('hello') },
      { kind: 'socket', socket: 1, phase: 'closed', url, code: 3000, reason: 'bye' },
    ]);
  });

  test('but no event that the page dispatches itself', async () => {
    const events = await watch.seenOf(
      ({ socket }) =>
        new Promise((resolve) => {
          const made = new WebSocket(socket);
          made.dispatchEvent(new Event('open'));
          made.dispatchEvent(new MessageEvent('message', { data: 'forged' }));
          made.dispatchEvent(new Event('error'));
          made.dispatchEvent(new CloseEvent('close', { code: 4000 }));
          made.onopen = () => made.close(3000);
          made.onclose = resolve;
        }),
    );
    expect(events.map((event) => event.kind === 'socket' && [event.phase, event.code])).toEqual([
      ['connecting', undefined],
      ['open', undefined],
      ['closed', 3000],
    ]);
  });

  test('when it fails', async () => {
    const events = await watch.seenOf(
      () =>
        new Promise((resolve) => {
          new WebSocket('ws://localhost:1/').onclose = resolve;
        }),
    );
    expect(events.map((event) => event.kind === 'socket' && [event.phase, event.code])).toEqual([
      ['connecting', undefined],
      ['error', undefined],
      ['closed', 1006],
    ]);
  });

  test('with every kind of frame', async () => {
    const events = await watch.seenOf(
      ({ socket }) =>
        new Promise((resolve) => {
          const bytes = new Uint8Array([9, 0, 127, 128, 255]);
          const sent = [
            '',
            '€ \ud800',
            bytes,
            bytes.buffer,
            new DataView(bytes.buffer, 1, 2),
            new Blob(['blob']),
            42,
          ];
          const made = new WebSocket(socket);
          let left = sent.length;
          made.onopen = () => {
            for (const data of sent) Reflect.apply(made.send, made, [data]);
          };
          made.onmessage = () => {
            left--;
            if (left === 0) resolve(null);
          };
        }),
    );
    const all: Body = { type: 'binary', base64: 'CQB/gP8=', size: 5 };
    const binary = [
      all,
      all,
      { type: 'binary', base64: 'AH8=', size: 2 },
      { type: 'binary', base64: 'YmxvYg==', size: 4 },
    ];
    expect(bodies(events, 'out')).toEqual([text(''), text('€ \ud800'), ...binary, text('42')]);
    // As the server got it: a lone surrogate is no character.
    expect(bodies(events, 'in')).toEqual([text(''), text('€ \ufffd'), ...binary, text('42')]);
  });

  test('with the head of a frame that is too large, and a notice', async () => {
    const events = await watch.seenOf(
      ({ socket }) =>
        new Promise((resolve) => {
          const made = new WebSocket(socket);
          made.binaryType = 'arraybuffer';
          made.onopen = () => {
            made.send('x'.repeat(5_000_000));
            made.send(new Uint8Array(100_000));
          };
          made.onmessage = ({ data }) => data instanceof ArrayBuffer && resolve(null);
        }),
    );
    const cut = [
      { type: 'text', text: 'x'.repeat(262_144), size: 5_000_000, cut: true },
      { type: 'binary', base64: Buffer.alloc(16_384).toString('base64'), size: 100_000, cut: true },
    ];
    expect(bodies(events, 'out')).toEqual(cut);
    expect(bodies(events, 'in')).toEqual(cut);
    expect(events.flatMap((event) => (event.kind === 'notice' ? [event.detail] : []))).toEqual([
      'frame of 5000000 characters',
      'frame of 100000 bytes',
      'frame of 5000000 characters',
      'frame of 100000 bytes',
    ]);
  });

  test('but not what never left it', async () => {
    const events = await watch.seenOf(
      ({ socket }) =>
        new Promise((resolve) => {
          const made = new WebSocket(socket);
          try {
            made.send('too early');
          } catch {
            // As it must.
          }
          made.onopen = () => {
            made.close();
            made.send('too late');
          };
          made.onclose = resolve;
        }),
    );
    expect(bodies(events, 'out')).toEqual([]);
  });

  test('and the call within which it was made', async () => {
    const events = await watch.seenOf(({ socket, api }) => {
      const sdk = {
        identify: () => null,
        startChat: () => {
          new WebSocket(socket);
          return fetch(api);
        },
      };
      Reflect.set(window, 'cxoneChat', sdk);
      sdk.identify();
      return sdk.startChat();
    });
    const call = events.find((event) => event.kind === 'call' && event.method === 'startChat');
    const caused = events.filter(
      (event) => event.kind === 'request' || (event.kind === 'socket' && event.phase === 'connecting'),
    );
    expect(call).toMatchObject({ call: 1 });
    expect(caused).toMatchObject([{ cause: 1 }, { cause: 1 }]);
  });
});

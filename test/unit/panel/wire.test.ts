import { expect, it } from 'vitest';
import type { WireSocket } from '../../../src/core/capture/har.ts';
import { clear, EMPTY_LOG, type Log, receive } from '../../../src/panel/store/log.ts';
import { createWireReader } from '../../../src/panel/store/wire.ts';
import { message } from './support.ts';

const URL = 'wss://chat.example/stream';
const START = 1_000_000;
const LATER = START + 60_000;

const onWire = (texts: readonly string[] | null, more: Partial<WireSocket> = {}): WireSocket => ({
  url: URL,
  time: START,
  messages: texts?.map((data, at) => ({ type: 'send', opcode: 1, time: (START + at) / 1000, data })) ?? null,
  ...more,
});

/** A log in which hooks saw sockets begin at these times. */
const hookedAt = (...times: readonly number[]): Log =>
  receive(
    EMPTY_LOG,
    [
      message({
        events: times.map((time, seq) => ({
          kind: 'socket',
          seq,
          time,
          socket: seq + 1,
          phase: 'connecting',
          url: URL,
        })),
      }),
    ],
    false,
  ).log;

const eventsOf = (received: ReturnType<ReturnType<typeof createWireReader>['read']>) =>
  received.flatMap(({ message: { document, events } }) =>
    events.map((event) => [document.id, event.seq, event.kind === 'frame' ? event.body : event.kind]),
  );

it('adds a socket that no hook saw, with its frames, as something of its own', () => {
  const added = createWireReader().read([onWire(['hello'])], hookedAt(), LATER);
  expect(added[0]?.message.document).toEqual({ id: 'wire-1', url: URL, top: false, wire: true });
  expect(eventsOf(added)).toEqual([
    ['wire-1', 0, 'socket'],
    ['wire-1', 1, 'notice'],
    ['wire-1', 2, { type: 'text', text: 'hello', size: 5 }],
  ]);
});

it('adds only what is new the next time', () => {
  const reader = createWireReader();
  reader.read([onWire(['a'])], hookedAt(), LATER);
  expect(eventsOf(reader.read([onWire(['a', 'b'])], hookedAt(), LATER))).toMatchObject([
    ['wire-1', 3, { text: 'b' }],
  ]);
  expect(reader.read([onWire(['a', 'b'])], hookedAt(), LATER)).toEqual([]);
});

it('adds nothing that a hook saw as well', () => {
  expect(createWireReader().read([onWire(['a'])], hookedAt(START + 30), LATER)).toEqual([]);
});

it('takes each socket that a hook saw for one on the wire', () => {
  const two = [onWire(['a']), onWire(['b'], { time: START + 40 })];
  expect(createWireReader().read(two, hookedAt(START + 1), LATER)).toHaveLength(2);
  expect(createWireReader().read(two, hookedAt(START + 1, START + 41), LATER)).toEqual([]);
});

it('does not call a socket unhooked while its hook may not have spoken yet', () => {
  const reader = createWireReader();
  expect(reader.read([onWire(['a'])], hookedAt(), START + 100)).toEqual([]);
  expect(reader.read([onWire(['a'])], hookedAt(START), LATER)).toEqual([]);
});

it('remembers what a hook saw when the log is cleared, before or after the network was asked', () => {
  const reader = createWireReader();
  const cleared = clear(hookedAt(START));
  expect(reader.read([onWire(['a'])], cleared, LATER)).toEqual([]);
  expect(reader.read([onWire(['a', 'b'])], EMPTY_LOG, LATER)).toEqual([]);
});

it('does not take what it added itself for the word of a hook', () => {
  const reader = createWireReader();
  const first = onWire(['a']);
  const { log } = receive(EMPTY_LOG, reader.read([first], EMPTY_LOG, LATER), false);
  const second = onWire(['b'], { time: START + 40 });
  expect(eventsOf(reader.read([first, second], log, LATER))).toContainEqual(['wire-2', 0, 'socket']);
});

it('says so where the browser does not tell of frames', () => {
  const [received] = createWireReader().read([onWire(null)], hookedAt(), LATER);
  expect(received?.message.events.at(-1)).toMatchObject({ kind: 'notice', code: 'wire-url', detail: URL });
});

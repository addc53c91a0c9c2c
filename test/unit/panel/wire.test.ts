import { expect, it } from 'vitest';
import type { DocumentEvent } from '../../../src/core/capture/event.ts';
import type { WireSocket } from '../../../src/core/capture/har.ts';
import { clear, EMPTY_LOG, type Log, type Received, receive } from '../../../src/panel/store/log.ts';
import { createWireReader, type WireReader } from '../../../src/panel/store/wire.ts';
import { frame, message } from './support.ts';

const URL = 'wss://chat.example/stream';
const START = 1_000_000;

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

/** Looks twice, as when the relays were asked in between and had nothing new. */
const look = (reader: WireReader, ...args: Parameters<WireReader['read']>): readonly Received[] => [
  ...reader.read(...args).received,
  ...reader.read(...args).received,
];

const eventsOf = (received: readonly Received[]) =>
  received.flatMap(({ message: { document, events } }) =>
    events.map((event) => [document.id, event.seq, event.kind === 'frame' ? event.body : event.kind]),
  );

it('adds a socket that no hook saw, with its frames, as something of its own', () => {
  const added = look(createWireReader(), [onWire(['hello'])], hookedAt());
  expect(added[0]?.message.document).toEqual({ id: 'wire-1', url: URL, top: false, wire: true });
  expect(eventsOf(added)).toEqual([
    ['wire-1', 0, 'socket'],
    ['wire-1', 1, 'notice'],
    ['wire-1', 2, { type: 'text', text: 'hello', size: 5 }],
  ]);
});

it('adds only what is new the next time', () => {
  const reader = createWireReader();
  look(reader, [onWire(['a'])], hookedAt());
  expect(eventsOf(look(reader, [onWire(['a', 'b'])], hookedAt()))).toMatchObject([
    ['wire-1', 3, { text: 'b' }],
  ]);
  expect(look(reader, [onWire(['a', 'b'])], hookedAt())).toEqual([]);
});

it('adds nothing that a hook saw as well', () => {
  expect(look(createWireReader(), [onWire(['a'])], hookedAt(START + 30))).toEqual([]);
});

it('takes each socket that a hook saw for one on the wire', () => {
  const two = [onWire(['a']), onWire(['b'], { time: START + 40 })];
  expect(look(createWireReader(), two, hookedAt(START + 1))).toHaveLength(2);
  expect(look(createWireReader(), two, hookedAt(START + 1, START + 41))).toEqual([]);
});

it('does not call a socket unhooked before the relays were asked', () => {
  const reader = createWireReader();
  expect(reader.read([onWire(['a'])], hookedAt())).toEqual({ received: [], suspects: true });
  expect(reader.read([onWire(['a'])], hookedAt(START))).toEqual({ received: [], suspects: false });
});

it('remembers what a hook saw when the log is cleared, before or after the network was asked', () => {
  const reader = createWireReader();
  const cleared = clear(hookedAt(START));
  expect(look(reader, [onWire(['a'])], cleared)).toEqual([]);
  expect(look(reader, [onWire(['a', 'b'])], EMPTY_LOG)).toEqual([]);
});

it('does not call a socket unhooked whose beginning may be among the events that were lost', () => {
  const frames = [7, 8].map((seq): DocumentEvent => ({ ...frame(), seq, time: START + seq }));
  const { log } = receive(EMPTY_LOG, [message({ events: frames, lost: 7 })], false);
  expect(look(createWireReader(), [onWire(['a'])], log)).toEqual([]);
  // One that began when nothing was lost any more is.
  const later = onWire(['b'], { time: START + 1_000 });
  expect(look(createWireReader(), [later], log)).toHaveLength(2);
});

it('does not take what it added itself for the word of a hook', () => {
  const reader = createWireReader();
  const first = onWire(['a']);
  const { log } = receive(EMPTY_LOG, look(reader, [first], EMPTY_LOG), false);
  const second = onWire(['b'], { time: START + 40 });
  expect(eventsOf(look(reader, [first, second], log))).toContainEqual(['wire-2', 0, 'socket']);
});

it('says so where the browser does not tell of frames', () => {
  const [received] = look(createWireReader(), [onWire(null)], hookedAt());
  expect(received?.message.events.at(-1)).toMatchObject({ kind: 'notice', code: 'wire-url', detail: URL });
});

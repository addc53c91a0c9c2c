import { expect, it } from 'vitest';
import type { DocumentEvent } from '../../../src/core/capture/event.ts';
import { EMPTY_LOG, lostCount, receive } from '../../../src/panel/store/log.ts';
import { createReader } from '../../../src/panel/store/reader.ts';
import { trim } from '../../../src/panel/store/trim.ts';
import { exampleMapping } from '../support/example-capture.ts';
import { exampleMessage, frame, message, TRANSIENT } from './support.ts';

const MORE = 1000;

function longLog() {
  const chat = exampleMessage(TRANSIENT);
  const from = chat.message.events.length;
  const stream = Array.from(
    { length: MORE },
    (_, at): DocumentEvent => ({ ...frame(), seq: from + at, time: 10_000 + at }),
  );
  const { log } = receive(EMPTY_LOG, [chat, message({ events: stream })], false);
  return { log, reading: createReader().read(log.events, exampleMapping()) };
}

it('leaves a log within its limits alone', () => {
  const { log, reading } = longLog();
  expect(trim(log, reading.conversations, { events: 5000, weight: 1e9 })).toBe(log);
});

it('lets old frames go and says how many, and no verdict changes', () => {
  const { log, reading } = longLog();
  const trimmed = trim(log, reading.conversations, { events: 500, weight: 1e9 });
  expect(trimmed.events.length).toBeLessThan(270);
  expect(lostCount(trimmed)).toBe(log.events.length - trimmed.events.length);
  const again = createReader().read(trimmed.events, exampleMapping()).conversations;
  expect(again.map(({ verdict }) => verdict)).toEqual(reading.conversations.map(({ verdict }) => verdict));
  expect(again[0]?.attributes[0]?.findings.map(({ id }) => id)).toEqual(['identity/transient-only']);
});

it('minds the size of what the frames hold as well', () => {
  const { log, reading } = longLog();
  const trimmed = trim(log, reading.conversations, { events: 1e9, weight: 10_000 });
  expect(trimmed.weight).toBeLessThan(10_000);
  expect(trimmed.events.length).toBeLessThan(100);
});

const CALLS = Array.from({ length: MORE }, (_, at): readonly DocumentEvent[] => [
  { kind: 'call', seq: 0, time: 10_000 + at, call: 100 + at, api: 'cxoneChat', method: 'ping', args: [] },
  { kind: 'return', seq: 0, time: 10_000 + at, call: 100 + at, outcome: 'returned', value: null },
]).flat();
const REQUESTS = Array.from({ length: MORE }, (_, at): readonly DocumentEvent[] => {
  const url = 'https://other.example/';
  const body = { type: 'none' } as const;
  const head = { seq: 0, time: 10_000 + at, request: 100 + at };
  return [
    { ...head, kind: 'request', via: 'fetch', method: 'GET', url, headers: [], body },
    { ...head, kind: 'response', status: 200, body },
  ];
}).flat();
const SOCKETS = Array.from({ length: MORE }, (_, at): readonly DocumentEvent[] => {
  const head = {
    kind: 'socket',
    seq: 0,
    time: 10_000 + at,
    socket: 100 + at,
    url: 'wss://other.example/',
  } as const;
  return [
    { ...head, phase: 'connecting' },
    { ...head, phase: 'closed', code: 1000 },
  ];
}).flat();

it.each([
  ['calls', CALLS],
  ['requests', REQUESTS],
  ['sockets that are closed', SOCKETS],
])('lets old %s go that tell nothing, and no verdict changes', (_, more) => {
  const chat = exampleMessage(TRANSIENT);
  const from = chat.message.events.length;
  const events = more.map((event, at): DocumentEvent => ({ ...event, seq: from + at }));
  const { log } = receive(EMPTY_LOG, [chat, message({ events })], false);
  const { conversations } = createReader().read(log.events, exampleMapping());
  const trimmed = trim(log, conversations, { events: 500, weight: 1e9 });
  expect(trimmed.events.length).toBeLessThan(270);
  const again = createReader().read(trimmed.events, exampleMapping()).conversations;
  expect(again.map(({ verdict }) => verdict)).toEqual(conversations.map(({ verdict }) => verdict));
});

it('keeps a socket that is open, however old it is', () => {
  const open: DocumentEvent = {
    kind: 'socket',
    seq: 0,
    time: 1,
    socket: 1,
    phase: 'connecting',
    url: 'wss://a.example/',
  };
  const frames = Array.from(
    { length: MORE },
    (_, at): DocumentEvent => ({ ...frame(), seq: at + 1, time: 2 + at }),
  );
  const { log } = receive(EMPTY_LOG, [message({ events: [open, ...frames] })], false);
  expect(trim(log, [], { events: 500, weight: 1e9 }).events.at(0)).toMatchObject(open);
});

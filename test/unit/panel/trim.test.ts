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

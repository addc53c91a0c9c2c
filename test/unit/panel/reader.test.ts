import { expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { createReader } from '../../../src/panel/store/reader.ts';
import { DECLARING } from '../mapping/example.ts';
import { asDocument, exampleEvents, exampleMapping } from '../support/example-capture.ts';
import { frame, GOOD, TRANSIENT } from './support.ts';

const verdicts = (reading: ReturnType<ReturnType<typeof createReader>['read']>) =>
  reading.conversations.map(({ verdict }) => verdict);

it('reads events that come bit by bit as it reads them all at once', () => {
  const events = exampleEvents(GOOD);
  const reader = createReader();
  for (let count = 1; count < events.length; count += 1)
    reader.read(events.slice(0, count), exampleMapping());
  const atOnce = createReader().read(events, exampleMapping());
  expect(reader.read(events, exampleMapping()).conversations).toEqual(atOnce.conversations);
});

it('starts over when an event came between old ones', () => {
  const [call, ...rest] = exampleEvents(TRANSIENT);
  const reader = createReader();
  reader.read(rest, exampleMapping());
  const reading = reader.read(call === undefined ? [] : [call, ...rest], exampleMapping());
  expect(verdicts(reading)).toEqual(['fail']);
  expect(reading.conversations[0]?.attributes[0]?.findings.map(({ id }) => id)).toEqual([
    'identity/transient-only',
  ]);
});

it('reads on when old events were let go, and then what is left as if it had been read at once', () => {
  const stream = (count: number, from: number): readonly CapturedEvent[] =>
    Array.from({ length: count }, (_, at) => ({
      ...frame('{"type":"message"}'),
      seq: from + at,
      time: from + at,
      document: 'd1',
    }));
  const chat = exampleEvents(GOOD);
  const before = [...chat, ...stream(30_000, 1_000)];
  const left = [...chat, ...before.slice(15_000), ...stream(10, 50_000)];
  const all = [...left, ...stream(10, 60_000)];
  const reader = createReader();
  reader.read(before, exampleMapping());
  const sizes = [left, all].map((events) => {
    const [shown] = reader.read(events, exampleMapping()).conversations;
    return { verdict: shown?.verdict, events: shown?.conversation.events.length };
  });
  expect(sizes).toEqual([
    { verdict: 'pass', events: before.length + 10 },
    { verdict: 'pass', events: all.length },
  ]);
  expect(reader.read(all, exampleMapping()).conversations).toEqual(
    createReader().read(all, exampleMapping()).conversations,
  );
});

it('judges anew when the mapping changes', () => {
  const events = exampleEvents(GOOD);
  const reader = createReader();
  expect(verdicts(reader.read(events, exampleMapping()))).toEqual(['pass']);
  expect(verdicts(reader.read(events, exampleMapping({ row: { mapped: false } })))).toEqual(['fail']);
});

it('reads anew when the mapping declares a dialect', () => {
  const events = asDocument([{ kind: 'call', call: 1, api: 'acmeChat', method: 'open', args: [{}] }]);
  const reader = createReader();
  expect(reader.read(events, exampleMapping()).conversations).toEqual([]);
  expect(reader.read(events, DECLARING).conversations).toMatchObject([
    { conversation: { dialect: 'acme-gateway' }, dialect: { label: 'ACME gateway' } },
  ]);
  expect(reader.read(events, exampleMapping()).conversations).toEqual([]);
});

it('judges a conversation to which nothing came no second time', () => {
  const events = exampleEvents(GOOD);
  const mapping = exampleMapping();
  const reader = createReader();
  const [first] = reader.read(events, mapping).conversations;
  expect(reader.read([...events], mapping).conversations[0]).toBe(first);
});

it('awaits the required rows while nothing was started', () => {
  expect(createReader().read([], exampleMapping()).awaited).toMatchObject([{ verdict: 'pending' }]);
  expect(createReader().read([], null).awaited).toEqual([]);
});

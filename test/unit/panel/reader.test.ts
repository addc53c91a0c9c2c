import { expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { Prefix } from '../../../src/panel/store/prefix.ts';
import { createReader } from '../../../src/panel/store/reader.ts';
import { DECLARING } from '../mapping/example.ts';
import { asDocument, exampleEvents, exampleMapping } from '../support/example-capture.ts';
import { frame, GOOD, TRANSIENT } from './support.ts';

const verdicts = (reading: ReturnType<ReturnType<typeof createReader>['read']>) =>
  reading.conversations.map(({ verdict }) => verdict);

/** A chat like the good one, in a document of its own. */
const chatOf = (at: number): readonly CapturedEvent[] =>
  JSON.parse(
    JSON.stringify(exampleEvents(GOOD))
      .replaceAll('conv-1', `conv-${at}`)
      .replaceAll('tok-12345678', `tok-1234567${at}`)
      .replaceAll('"d1"', `"d${at}"`),
  );

it('reads events that come bit by bit as it reads them all at once', () => {
  const events = exampleEvents(GOOD);
  const reader = createReader();
  for (let count = 1; count < events.length; count += 1)
    reader.read(Prefix.of(events.slice(0, count)), exampleMapping());
  const atOnce = createReader().read(Prefix.of(events), exampleMapping());
  expect(reader.read(Prefix.of(events), exampleMapping()).conversations).toEqual(atOnce.conversations);
});

it('starts over when an event came between old ones', () => {
  const [call, ...rest] = exampleEvents(TRANSIENT);
  const reader = createReader();
  reader.read(Prefix.of(rest), exampleMapping());
  const reading = reader.read(Prefix.of(call === undefined ? [] : [call, ...rest]), exampleMapping());
  expect(verdicts(reading)).toEqual(['fail']);
  expect(reading.conversations[0]?.attributes[0]?.findings.map(({ id }) => id)).toEqual([
    'identity/transient-only',
  ]);
});

/** A reading as it is told of: what was read, and what of it is in the first conversation. */
const told = ({ events, conversations, behind }: ReturnType<ReturnType<typeof createReader>['read']>) => ({
  read: events.length,
  verdict: conversations[0]?.verdict,
  inConversation: conversations[0]?.conversation.events.length,
  behind,
});

const stream = (count: number, from: number, document = 'd1'): readonly CapturedEvent[] =>
  Array.from({ length: count }, (_, at) => ({ ...frame(), seq: from + at, time: from + at, document }));

it('reads what takes too long a part at a time, and comes to the same', () => {
  const all = Prefix.of([...exampleEvents(GOOD), ...stream(500, 1_000)]);
  const reader = createReader();
  const sizes: number[] = [];
  let reading = reader.read(all, exampleMapping(), 0);
  for (; reading.behind; reading = reader.read(all, exampleMapping(), 0)) sizes.push(reading.events.length);
  expect(sizes.length).toBeGreaterThan(5);
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(reading.conversations).toEqual(createReader().read(all, exampleMapping()).conversations);
});

it('reads on when old events were let go, and then what is left as if it had been read at once', () => {
  const chat = exampleEvents(GOOD);
  const before = [...chat, ...stream(300, 1_000)];
  const left = Prefix.of([...chat, ...before.slice(150), ...stream(10, 50_000)]);
  const reader = createReader();
  reader.read(Prefix.of(before), exampleMapping());
  expect(told(reader.read(left, exampleMapping(), 0))).toEqual({
    read: left.length,
    verdict: 'pass',
    inConversation: before.length + 10,
    behind: true,
  });
  while (reader.read(left, exampleMapping(), 0).behind);
  expect(reader.read(left, exampleMapping()).conversations).toEqual(
    createReader().read(left, exampleMapping()).conversations,
  );
});

it('keeps what it has read when an event comes late, until it has read all of it in order', () => {
  const [call, ...rest] = [...exampleEvents(GOOD), ...stream(300, 1_000)];
  const late: CapturedEvent = { ...frame(), seq: 0, time: 1_100.5, document: 'd2' };
  const before = call === undefined ? [] : [call, ...rest];
  const now = Prefix.of([...before.slice(0, 100), late, ...before.slice(100), ...stream(10, 50_000)]);
  const reader = createReader();
  reader.read(Prefix.of(before), exampleMapping());
  const first = reader.read(now, exampleMapping(), 0);
  expect(told(first)).toMatchObject({ read: now.length, verdict: 'pass', behind: true });
  let parts = 1;
  while (reader.read(now, exampleMapping(), 0).behind) parts += 1;
  expect(parts).toBeGreaterThan(3);
  expect(reader.read(now, exampleMapping()).conversations).toEqual(
    createReader().read(now, exampleMapping()).conversations,
  );
});

it('shows nothing of a log that another one took the place of', () => {
  const reader = createReader();
  reader.read(Prefix.of(exampleEvents(GOOD)), exampleMapping());
  const other = Prefix.of(stream(300, 1_000));
  expect(told(reader.read(other, exampleMapping(), 0))).toMatchObject({ verdict: undefined, behind: true });
});

it('reads what is new, and nothing a second time', () => {
  const [first, second] = [chatOf(1), chatOf(2)];
  const mapping = exampleMapping();
  const reader = createReader();
  const before = reader.read(Prefix.of([...first, ...second.slice(0, 3)]), mapping).conversations;
  const after = reader.read(Prefix.of([...first, ...second]), mapping).conversations;
  expect(after.map((now, at) => now === before[at])).toEqual([true, false]);
});

it('judges anew when the mapping changes', () => {
  const events = exampleEvents(GOOD);
  const reader = createReader();
  expect(verdicts(reader.read(Prefix.of(events), exampleMapping()))).toEqual(['pass']);
  expect(verdicts(reader.read(Prefix.of(events), exampleMapping({ row: { mapped: false } })))).toEqual([
    'fail',
  ]);
});

it('judges the newest conversation first when there is no time for all, and the others soon after', () => {
  const events = Prefix.of([1, 2, 3].flatMap(chatOf));
  const reader = createReader();
  expect(verdicts(reader.read(events, exampleMapping()))).toEqual(['pass', 'pass', 'pass']);
  const unmapped = exampleMapping({ row: { mapped: false } });
  const first = reader.read(events, unmapped, 0);
  expect([verdicts(first), first.behind]).toEqual([['pass', 'pass', 'fail'], true]);
  reader.read(events, unmapped, 0);
  const last = reader.read(events, unmapped, 0);
  expect([verdicts(last), last.behind]).toEqual([['fail', 'fail', 'fail'], false]);
});

it('reads anew when the mapping declares a dialect', () => {
  const events = asDocument([{ kind: 'call', call: 1, api: 'acmeChat', method: 'open', args: [{}] }]);
  const reader = createReader();
  expect(reader.read(Prefix.of(events), exampleMapping()).conversations).toEqual([]);
  expect(reader.read(Prefix.of(events), DECLARING).conversations).toMatchObject([
    { conversation: { dialect: 'acme-gateway' }, dialect: { label: 'ACME gateway' } },
  ]);
  expect(reader.read(Prefix.of(events), exampleMapping()).conversations).toEqual([]);
});

it('says in whose words its events are named, from when they are read by them', () => {
  const events = Prefix.of(stream(300, 1_000));
  const reader = createReader();
  reader.read(events, null);
  expect(reader.read(events, DECLARING, 0).dialects).not.toContainEqual(
    expect.objectContaining({ id: 'acme-gateway' }),
  );
  expect(reader.read(events, DECLARING).dialects[0]?.id).toBe('acme-gateway');
});

it('judges a conversation to which nothing came no second time', () => {
  const events = exampleEvents(GOOD);
  const mapping = exampleMapping();
  const reader = createReader();
  const [first] = reader.read(Prefix.of(events), mapping).conversations;
  expect(reader.read(Prefix.of([...events]), mapping).conversations[0]).toBe(first);
});

it('awaits the required rows while nothing was started', () => {
  expect(createReader().read(Prefix.of([]), exampleMapping()).awaited).toMatchObject([
    { verdict: 'pending' },
  ]);
  expect(createReader().read(Prefix.of([]), null).awaited).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { ExampleEvent } from '../../../src/core/checks/check.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { MOST_SIGHTINGS, Sightings } from '../../../src/core/trace/sightings.ts';
import type { Sighting } from '../../../src/core/trace/trace.ts';
import { conversationsOf, exampleEvents } from '../support/example-capture.ts';

const event = (seq: number): CapturedEvent => ({
  kind: 'notice',
  seq,
  time: seq,
  code: 'worker',
  detail: '',
  document: 'd',
});

const sighting = (seq: number, key = 'id'): Sighting => ({
  key,
  value: seq,
  path: key,
  namespace: 'custom',
  stage: 'sent',
  role: 'attribute',
  carrier: 'frame',
  event: event(seq),
});

const seqs = ({ kept }: Sightings, key = 'id'): readonly number[] =>
  kept.filter((one) => one.key === key).map((one) => one.event.seq);

describe('of what is seen again and again', () => {
  it('the first and the last are kept, in order, and the others are counted', () => {
    const sightings = new Sightings();
    const all = Array.from({ length: 20 * MOST_SIGHTINGS }, (_, at) => at);
    for (const at of all) sightings.add(sighting(at), () => new Set());
    const kept = seqs(sightings);
    expect(kept.length).toBeLessThan(3 * MOST_SIGHTINGS);
    expect(kept.slice(0, MOST_SIGHTINGS)).toEqual(all.slice(0, MOST_SIGHTINGS));
    expect(kept.slice(-MOST_SIGHTINGS)).toEqual(all.slice(-MOST_SIGHTINGS));
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    expect(kept.length + sightings.passedOver).toBe(all.length);
  });

  it('everything is kept as long as a chat could have made it', () => {
    const sightings = new Sightings();
    for (let at = 0; at < 2 * MOST_SIGHTINGS; at++) sightings.add(sighting(at), () => new Set());
    expect(sightings.kept).toHaveLength(2 * MOST_SIGHTINGS);
    expect(sightings.passedOver).toBe(0);
  });

  it('another attribute is left alone', () => {
    const sightings = new Sightings();
    for (let at = 0; at < 10 * MOST_SIGHTINGS; at++) {
      sightings.add(sighting(at), () => new Set());
      if (at % 100 === 0) sightings.add(sighting(at, 'seldom'), () => new Set());
    }
    expect(seqs(sightings, 'seldom')).toHaveLength(MOST_SIGHTINGS / 10);
  });

  it('what is in a telling event is kept wherever it stands', () => {
    const sightings = new Sightings();
    const telling = sighting(2 * MOST_SIGHTINGS);
    for (let at = 0; at < 10 * MOST_SIGHTINGS; at++)
      sightings.add(at === telling.event.seq ? telling : sighting(at), () => new Set([telling.event]));
    expect(sightings.kept).toContain(telling);
  });

  it('who was given the list still has what was in it', () => {
    const sightings = new Sightings();
    for (let at = 0; at < 3 * MOST_SIGHTINGS - 1; at++) sightings.add(sighting(at), () => new Set());
    const before = sightings.kept;
    sightings.add(sighting(-1), () => new Set());
    expect(before).toHaveLength(3 * MOST_SIGHTINGS - 1 + 1);
    expect(sightings.kept.length).toBeLessThan(before.length);
  });
});

const customFields = [{ ident: 'crm_customer_id', value: 'CRM-882910' }];
const out = (at: number): ExampleEvent => ({
  out: {
    action: 'chatWindowEvent',
    eventId: `e-${at}`,
    payload: {
      eventType: 'SendMessage',
      data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields } },
    },
  },
});

/** A conversation in which the attribute is in every frame that leaves, each with its answer. */
function streaming(frames: number, answer: (at: number) => ExampleEvent) {
  const events = Array.from({ length: frames }, (_, at) => [out(at), answer(at)]).flat();
  const [conversation] = conversationsOf(
    exampleEvents({
      title: 'in every frame',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [{ socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' }, ...events],
    }),
  );
  if (!conversation) throw new Error('No conversation was found.');
  return judge(conversation, null);
}

const echo = (at: number): ExampleEvent => ({
  in: {
    eventId: `p-${at}`,
    eventType: at === 0 ? 'CaseCreated' : 'MessageCreated',
    data: { case: { threadIdOnExternalPlatform: 't-1', status: 'open', customFields } },
  },
});
const refusal = (at: number): ExampleEvent => ({
  in: { eventId: `e-${at}`, error: { errorCode: 'SendingMessageFailed', errorMessage: 'Failed' } },
});
const pong = (): ExampleEvent => ({ in: { eventId: 'p', eventType: 'Pong', data: {} } });

describe('a conversation in which every frame carries the attribute', () => {
  it('is judged as a short one is, and says what is left out', () => {
    const short = streaming(3, echo);
    const long = streaming(4 * MOST_SIGHTINGS, echo);
    expect(long.verdict).toBe('pass');
    expect(long.attributes.map(({ key, verdict }) => [key, verdict])).toEqual(
      short.attributes.map(({ key, verdict }) => [key, verdict]),
    );
    expect(short.notes.map(({ kind }) => kind)).not.toContain('left-out');
    expect(long.notes).toContainEqual(
      expect.objectContaining({ kind: 'left-out', text: expect.stringMatching(/again [\d,]+ more times/) }),
    );
  });

  const findings = (frames: number, answer: (at: number) => ExampleEvent): readonly string[] =>
    streaming(frames, answer).attributes.flatMap((attribute) => attribute.findings.map(({ id }) => id));

  it('is not said to be refused because what is left of it was', () => {
    const end = 4 * MOST_SIGHTINGS;
    const atItsEnds = (at: number): ExampleEvent =>
      at < MOST_SIGHTINGS || at >= end - MOST_SIGHTINGS ? refusal(at) : pong();
    expect(findings(3, refusal)).toContain('error/refused');
    expect(findings(end, atItsEnds)).not.toContain('error/refused');
  });
});

import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
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

/** A conversation in which the attribute is in every frame both ways, and the last ones are refused. */
const streaming = (frames: number) => {
  const customFields = [{ ident: 'crm_customer_id', value: 'CRM-882910' }];
  const data = { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields } };
  const events = Array.from({ length: frames }, (_, at) => [
    {
      out: {
        action: 'chatWindowEvent',
        eventId: `e-${at}`,
        payload: { eventType: 'SendMessage', data },
      },
    },
    {
      in: {
        eventId: `p-${at}`,
        eventType: at === 0 ? 'CaseCreated' : 'MessageCreated',
        data: { case: { threadIdOnExternalPlatform: 't-1', status: 'open', customFields } },
      },
    },
  ]).flat();
  const [conversation] = conversationsOf(
    exampleEvents({
      title: 'in every frame',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [{ socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' }, ...events],
    }),
  );
  if (!conversation) throw new Error('No conversation was found.');
  return conversation;
};

describe('a conversation in which every frame carries the attribute', () => {
  it('is judged as a short one is, and says what is left out', () => {
    const short = judge(streaming(3), null);
    const long = judge(streaming(4 * MOST_SIGHTINGS), null);
    expect(long.verdict).toBe(short.verdict);
    expect(long.attributes.map(({ key, verdict }) => [key, verdict])).toEqual(
      short.attributes.map(({ key, verdict }) => [key, verdict]),
    );
    expect(short.notes.map(({ kind }) => kind)).not.toContain('left-out');
    expect(long.notes).toContainEqual(
      expect.objectContaining({ kind: 'left-out', text: expect.stringMatching(/again [\d,]+ more times/) }),
    );
  });
});

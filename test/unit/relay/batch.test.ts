import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrameEvent, TappedEvent } from '../../../src/core/capture/event.ts';
import { encodeBatch, toRow, weightOf } from '../../../src/page/encode.ts';
import { decodeBatch } from '../../../src/relay/decode.ts';

const frame = (text: string, time: number, direction: FrameEvent['direction'] = 'out'): TappedEvent => ({
  kind: 'frame',
  time,
  socket: 1,
  direction,
  body: { type: 'text', text, size: text.length },
});
const notice = (detail: string, time: number): TappedEvent => ({
  kind: 'notice',
  time,
  code: 'worker',
  detail,
});

/** The relay's clock, and what is added to the times in a batch. */
const ORIGIN = 1_000;
const CLOCK = { timeOrigin: ORIGIN, now: () => 99 };

const encode = (events: readonly TappedEvent[]): string => encodeBatch(events.map(toRow));

/** As the relay gets them, numbered from 7. */
const numbered = (events: readonly TappedEvent[]): unknown =>
  events.map((event, i) => ({ ...event, time: ORIGIN + event.time, seq: 7 + i }));

describe('what the page script writes, the relay reads', () => {
  test('any texts in frames, between other events', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const event = fc.oneof(
      fc.record({ text, out: fc.boolean() }).map(({ text, out }) => frame(text, 5, out ? 'out' : 'in')),
      text.map((detail) => notice(detail, 5)),
    );
    fc.assert(
      fc.property(fc.array(event), (events) => {
        fc.pre(events.length > 0);
        expect(decodeBatch(encode(events), 7, CLOCK)).toEqual(numbered(events));
      }),
    );
  });

  test('a frame that was cut, and one that is no text', () => {
    const events: TappedEvent[] = [
      {
        kind: 'frame',
        time: 1,
        socket: 2,
        direction: 'in',
        body: { type: 'text', text: 'head', size: 9, cut: true },
      },
      {
        kind: 'frame',
        time: 2,
        socket: 2,
        direction: 'in',
        body: { type: 'binary', base64: 'AAE=', size: 2 },
      },
      frame('after', 3),
    ];
    const cut = { kind: 'notice', code: 'cut', seq: 8, time: ORIGIN + 1, detail: 'frame of 9 characters' };
    const [first, second, third] = events;
    expect(decodeBatch(encode(events), 7, CLOCK)).toEqual([
      { ...first, time: ORIGIN + 1, seq: 7 },
      cut,
      { ...second, time: ORIGIN + 2, seq: 9 },
      { ...third, time: ORIGIN + 3, seq: 10 },
    ]);
  });

  test('an event whose body came late takes its place in order of time', () => {
    const events = [frame('first', 1), frame('third', 3), notice('second', 2)];
    expect(decodeBatch(encode(events), 0, CLOCK).map(({ seq, time }) => [seq, time - ORIGIN])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});

test('what waits weighs what it adds to the batch, however it must be written', () => {
  const { length } = encode([]);
  for (const event of [notice('\u0001'.repeat(1_000), 1), frame('\u0001'.repeat(1_000), 2)]) {
    const added = encode([event]).length - length;
    expect(weightOf(toRow(event))).toBeGreaterThan(added - 20);
    expect(weightOf(toRow(event))).toBeLessThanOrEqual(added);
  }
});

describe('whatever else comes is counted, not trusted', () => {
  const malformed = (count: number): unknown => ({
    kind: 'notice',
    code: 'malformed',
    seq: 7,
    time: ORIGIN + 99,
    count,
    detail: expect.any(String),
  });

  test.each([
    ['nothing', undefined, 1],
    ['no text', { rows: [] }, 1],
    ['no JSON', 'hello\nworld', 1],
    ['no array', '{"kind":"call"}\n', 1],
    ['an event of an unknown kind', '[{"kind":"spy","time":1}]\n', 1],
    ['a frame without its numbers', '[1,1]\n', 1],
    ['a frame that claims more text than there is', '[1,1,5,100]\nshort', 1],
    ['a frame with a negative length', '[1,1,5,-1]\nshort', 1],
    ['a time that is none', '[{"kind":"notice","code":"worker","detail":"","time":"1"}]\n', 1],
    ['three wrong rows', '[null,"x",{"kind":"frame"}]\n', 3],
  ])('%s', (_name, batch, count) => {
    expect(decodeBatch(batch, 7, CLOCK)).toEqual([malformed(count)]);
  });

  test('sound events beside it are kept', () => {
    expect(decodeBatch('[{"kind":"spy"},1,0,5,2]\nhi', 7, CLOCK)).toEqual([
      {
        kind: 'frame',
        seq: 7,
        time: ORIGIN + 5,
        socket: 1,
        direction: 'in',
        body: { type: 'text', text: 'hi', size: 2 },
      },
      { ...Object(malformed(1)), seq: 8 },
    ]);
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (batch) => {
        for (const event of decodeBatch(batch, 0, CLOCK)) expect(event.seq).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { ChatExample } from '../../../src/core/checks/check.ts';
import type { Verdict } from '../../../src/core/checks/finding.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import { Prefix } from '../../../src/panel/store/prefix.ts';
import { factsOf } from '../../../src/panel/timeline/facts.ts';
import { eventsOf } from '../../../src/panel/timeline/filter.ts';
import {
  foldedText,
  sinceText,
  sizeText,
  type Timeline,
  timelineOf,
} from '../../../src/panel/timeline/items.ts';
import { exampleEvents } from '../support/example-capture.ts';
import { frame, GOOD, judgedExample, TRANSIENT } from './support.ts';

const heartbeats = Array.from(
  { length: 3 },
  (_, at): CapturedEvent => ({
    ...frame('{"type":"heartbeat"}'),
    document: 'd1',
    seq: 100 + at,
    time: 100 + at,
  }),
);
const chat = exampleEvents(GOOD);
const events = Prefix.of([...chat, ...heartbeats]);
const quiet = { text: '', noise: false, kind: null, direction: null, dialects: DIALECTS };

describe('the timeline', () => {
  it('folds the noise and says how much of it', () => {
    const timeline = timelineOf(events, quiet);
    expect([...timeline.items]).toEqual(chat);
    expect(foldedText(timeline.folded)).toBe('3 heartbeats');
  });

  it('shows the noise when asked to', () => {
    expect(timelineOf(events, { ...quiet, noise: true }).items).toHaveLength(events.length);
  });

  it('finds texts in names and in contents, whatever their case, and takes them literally', () => {
    const found = (text: string) => [...timelineOf(events, { ...quiet, text }).items].map(({ kind }) => kind);
    expect(found('CONVERSATION:START')).toEqual(['frame']);
    expect(found('crm-882910')).toContain('request');
    expect(found('.*')).toEqual([]);
  });

  it('lists one kind of event, or one direction, and counts of the noise what these would show', () => {
    const kinds = (timeline: Timeline) => new Set([...timeline.items].map(({ kind }) => kind));
    const calls = timelineOf(events, { ...quiet, kind: 'call' });
    expect(kinds(calls)).toEqual(new Set(['call']));
    expect(foldedText(calls.folded)).toBe('');
    const out = timelineOf(events, { ...quiet, direction: 'out' });
    expect(kinds(out)).toEqual(new Set(['call', 'request', 'frame']));
    expect(foldedText(out.folded)).toBe('');
    const both = timelineOf(events, { ...quiet, kind: 'frame', direction: 'in' }, out);
    expect([...both.items].map((event) => event.kind === 'frame' && event.direction)).toEqual(['in']);
    expect(foldedText(both.folded)).toBe('3 heartbeats');
  });

  it('knows the events in which an attribute of a verdict was seen', () => {
    const kindsOf = (example: ChatExample, verdict: Verdict) =>
      [...eventsOf([judgedExample(example)], verdict)].map(({ kind }) => kind).sort();
    expect(kindsOf(GOOD, 'pass')).toEqual(['call', 'frame', 'request']);
    expect(kindsOf(GOOD, 'fail')).toEqual([]);
    expect(kindsOf(TRANSIENT, 'fail')).toEqual(['call', 'request']);
  });

  it('is the same whether the events come at once or one by one', () => {
    for (const filter of [
      quiet,
      { ...quiet, text: 'conversation' },
      { ...quiet, direction: 'in' as const },
    ]) {
      let timeline = timelineOf(Prefix.of([]), filter);
      for (let count = 1; count <= events.length; count += 1) {
        timeline = timelineOf(Prefix.of(events.slice(0, count)), filter, timeline);
      }
      expect([...timeline.items]).toEqual([...timelineOf(events, filter).items]);
      expect(timeline.folded).toEqual(timelineOf(events, filter).folded);
    }
  });

  it('is the same whether a text is typed letter by letter or pasted', () => {
    let timeline = timelineOf(events, quiet);
    for (const text of ['c', 'co', 'con', 'conv'])
      timeline = timelineOf(events, { ...quiet, text }, timeline);
    expect([...timeline.items]).toEqual([...timelineOf(events, { ...quiet, text: 'conv' }).items]);
  });

  it('shows more again when the text gets shorter', () => {
    const narrow = timelineOf(events, { ...quiet, text: 'conversation:start' });
    expect(timelineOf(events, { ...quiet, text: 'conversation' }, narrow).items.length).toBeGreaterThan(
      narrow.items.length,
    );
  });
});

describe('its words', () => {
  it('tell sizes', () => {
    expect([null, 0, 999, 1500, 5_200_000].map(sizeText)).toEqual(['', '0 B', '999 B', '1.5 KB', '5.2 MB']);
  });

  it('tell the time since the call', () => {
    expect([0, 412, 61_000, -5].map(sinceText)).toEqual(['+0.000 s', '+0.412 s', '+1 m 01 s', '−0.005 s']);
  });
});

describe('the facts of an event', () => {
  it('tell where it was seen', () => {
    const [call] = chat;
    if (call === undefined) throw new Error('The example has no events');
    const inFrame = factsOf(call, { id: 'd1', url: 'https://widget.example/', top: false });
    expect(inFrame).toContainEqual(['Document', 'https://widget.example/ (frame)']);
    expect(inFrame).toContainEqual(['Call', 'cxoneChat.startChat']);
  });

  it('tell of a request that it failed', () => {
    const response = { kind: 'response', request: 1, status: 0, body: { type: 'none' } } as const;
    expect(factsOf({ ...response, seq: 1, time: 0, document: 'd1' }, null)).toContainEqual([
      'Status',
      'failed before an answer came',
    ]);
  });
});

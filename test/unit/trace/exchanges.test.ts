import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { conversationsOf } from '../support/example-capture.ts';

const SOCKET = 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1';

/** A chat of which each frame is sent or received as JSON. */
const chat = (...frames: readonly (readonly ['out' | 'in', object])[]): readonly CapturedEvent[] => [
  { kind: 'socket', socket: 0, phase: 'connecting', url: SOCKET, seq: 0, time: 0, document: 'd' },
  ...frames.map(([direction, content], at): CapturedEvent => {
    const text = JSON.stringify(content);
    const body = { type: 'text', text, size: text.length } as const;
    return { kind: 'frame', socket: 0, direction, body, seq: at + 1, time: at + 1, document: 'd' };
  }),
];

const sent = (eventId: string) =>
  [
    'out',
    { action: 'chatWindowEvent', eventId, payload: { eventType: 'SenderTypingStarted', data: {} } },
  ] as const;
const refused = (eventId: string) => ['in', { eventId, error: { errorCode: 'NoConsumer' } }] as const;

/** The numbers of the events that were refused. */
const refusedIn = (events: readonly CapturedEvent[]): readonly (readonly number[])[] =>
  conversationsOf(events).map(({ refusals }) => [...refusals.keys()].map(({ seq }) => seq));

describe('what is refused by its number', () => {
  it('is the one frame that has it, among others that differ in nothing else', () => {
    expect(refusedIn(chat(sent('a'), sent('b'), sent('c'), refused('b')))).toEqual([[2]]);
  });

  it('is the last one that had it before the answer', () => {
    expect(refusedIn(chat(sent('a'), sent('a'), refused('a'), sent('a')))).toEqual([[2]]);
    expect(refusedIn(chat(sent('a'), refused('a'), sent('a'), refused('a')))).toEqual([[1, 3]]);
  });

  it('is nothing when none has it yet', () => {
    expect(refusedIn(chat(refused('a'), sent('a')))).toEqual([[]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedEvent, DocumentEvent } from '../../../src/core/capture/event.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import { CHATS } from '../../bench/chats.ts';
import FRAMES from '../dialects/frames.json' with { type: 'json' };
import { conversationsOf } from '../support/example-capture.ts';

/** A frame, as the text that goes over the wire. */
interface Wire {
  readonly direction: 'in' | 'out';
  readonly text: string;
}

/**
 * The same JSON with an escape in its first name. Dialects look at the text of a frame to pass over those that tell
 * nothing; where there are escapes they must decode, so this is the slow way to the same result.
 */
const escaped = (text: string): string =>
  text.replace(/"([A-Za-z])/, (_, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`);

/** What a chat of a dialect makes of frames on its socket, without the texts themselves. */
function traceOf(opening: readonly CapturedEvent[], frames: readonly Wire[]) {
  const last = opening.at(-1);
  const socket = last && 'socket' in last ? last.socket : 0;
  const added = frames.map(({ direction, text }, at): CapturedEvent => {
    const seq = opening.length + at;
    const body = { type: 'text', text, size: text.length } as const;
    return { kind: 'frame', socket, direction, body, seq, time: seq, document: 'd' };
  });
  const numberOf = ({ seq }: DocumentEvent) => seq;
  return conversationsOf([...opening, ...added]).map((conversation) => ({
    dialect: conversation.dialect,
    backendId: conversation.backendId,
    ended: conversation.ended,
    containers: conversation.containers,
    events: conversation.events.map(numberOf),
    sightings: conversation.sightings.map(({ event, ...sighting }) => ({ ...sighting, event: event.seq })),
    moments: [...conversation.moments].map(([moment, event]) => [moment, event.seq]),
    latest: [...conversation.latest].map(([moment, event]) => [moment, event.seq]),
    refusals: [...conversation.refusals].map(([event, refusal]) => [event.seq, refusal]),
  }));
}

/** The first events of a chat in each dialect: the second chat has another id of the backend. */
const openings = CHATS.map((chat, at) =>
  [...chat(at, 1), ...chat(at + 4, 1)].map(
    (event, seq): CapturedEvent => ({ ...event, seq, time: seq, document: 'd' }),
  ),
);
const unknown: readonly CapturedEvent[] = [
  { kind: 'socket', socket: 1, phase: 'connecting', url: 'wss://x.example/', seq: 0, time: 0, document: 'd' },
];

const NAMES =
  `action payload eventType data consumerIdentity customerIdentity idOnExternalPlatform thread eventId error
errorCode errorMessage postback case contact customer consumer customFields threadIdOnExternalPlatform status ident value
token tracingId message channel metadata customAttributes type class code body direction newSession topicName version
attributes custom custom_attributes conversation id conversationId conversation_id event name topic jwt accessToken session
sessionToken session_token crm_customer_id conversation:attributes:custom:key`.split(/\s+/);
const TEXTS =
  `chatWindowEvent register heartbeat SendMessage CaseCreated LivechatRecovered MessageCreated closed open
thread-0 thread-4 conversation-3 conversation-7 conv-2 onMessage echo configureSession response Inbound Outbound
StructuredMessage SessionResponse ConnectionClosedEvent conversation:start conversation:attributes message typing
v2.conversations.chats.conv-2.messages v2.conversations.chats.conv-6.messages CRM-882910 {"a":1}`.split(
    /\s+/,
  );

const value: fc.Arbitrary<Snapshot> = fc.letrec<{ value: Snapshot }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.constantFrom(...TEXTS),
    fc.constantFrom<Snapshot[]>(200, 4013, 2e21, true, false, null, ''),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 5, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
})).value;

/** Texts that a glance could mistake for frames that tell nothing. */
const TREACHEROUS = [
  '{"type":"message","class":"Refusal","code":200e3,"body":"too large"}',
  '{"type":"message","class":"Refusal","code":200.1e3,"body":"too large"}',
  '{"type":"response","class":"SessionResponse","code":200,"body":{"newSession":false}}',
  '{"eventId":"1","eventType":"MessageCreated","data":{"case":{"threadIdOnExternalPlatform":"thread-0"}}}',
  '{"eventId":"1","eventType":"X","data":{"case":{"threadIdOnExternalPlatform" : "thread-0"},"a":"thread-4"}}',
  '{"eventId":"1","eventType":"X","data":{"thread":{"idOnExternalPlatform":"thread-0"}}}',
  '{"topicName":"v2.conversations.chats.conv-2.messages","a":"v2.conversations.chats.conv-6.messages"}',
  '{"type":"typing","conversationId":"conversation-3"}',
  '{"type":"typing","conversation_id":"conversation-3"}',
  '{"type":"typing","conversation":{"id":"conversation-3"},"a":{"conversationId":"conversation-7"}}',
];

const plain = (message: object): string => JSON.stringify({ token: 't', action: 'onMessage', message });
const sent = (data: object, more: object = {}) =>
  JSON.stringify({ action: 'chatWindowEvent', payload: { eventType: 'SendMessage', data }, ...more });
const given = (value: unknown) => ({ consumerContact: { customFields: [{ ident: 'a', value }] } });
const onThread = (id: string) => ({ thread: { idOnExternalPlatform: id } });

/** Frames that a glance could mistake for one another. */
const TREACHEROUS_PAIRS = [
  [sent(given({ eventId: '1' })), sent(given({ eventId: '2' }))],
  [sent(given('eventId'), { eventId: '1' }), sent(given('eventId,'), { eventId: '1' })],
  [sent(given(1), { eventId: '1' }), sent(given(2), { eventId: '1' })],
  [sent(onThread('thread-0'), { eventId: '1' }), sent(onThread('thread-4'), { eventId: '1' })],
  ['{"token":"t","action":"echo","tracingId":"1"}', '{"token":"t","action":"onMessage","tracingId":"1"}'],
  ['{"token":"t","action":"onMessage","message":{}}', '{"token":"t","action":"onMessage","action":"echo"}'],
  ['{"token":"t","action":"onMessage","token":0}', '{"token":"t","action":"onMessage","a":"\\u0061ction"}'],
  [plain({ events: [{ eventType: 'Typing' }] }), plain({ text: 'hello' })],
  [plain({ channel: { metadata: { customAttributes: { a: 1 } } } }), plain({ text: 'hello' })],
] as const;

/** A documented frame in which one thing is changed, or nothing. */
const documented = fc
  .tuple(fc.constantFrom(...Object.values(FRAMES)), fc.constantFrom(...NAMES), value, fc.boolean())
  .map(([frame, name, content, changes]) => (changes ? { ...frame, [name]: content } : frame));

const wire: fc.Arbitrary<Wire> = fc.record({
  direction: fc.constantFrom('in', 'out'),
  text: fc
    .tuple(fc.oneof(value, documented), fc.constantFrom(0, 1))
    .map(([content, spaces]) => JSON.stringify(content, null, spaces)),
});

/** Frames that differ in their number, in front of what they hold or behind it. */
const repeated: fc.Arbitrary<readonly Wire[]> = fc
  .record({
    content: documented,
    name: fc.constantFrom('eventId', 'tracingId'),
    numbers: fc.array(fc.constantFrom('n-1', 'n-2', '', 'CRM 1', 'n"3'), { minLength: 2, maxLength: 3 }),
    first: fc.boolean(),
  })
  .map(({ content, name, numbers, first }) => {
    const rest = Object.entries(content).filter(([key]) => key !== name);
    return numbers.map((number) => {
      const entries = first ? [[name, number], ...rest] : [...rest, [name, number]];
      return { direction: 'out', text: JSON.stringify(Object.fromEntries(entries)) };
    });
  });

const wires = fc
  .array(fc.oneof(fc.tuple(wire), repeated), { maxLength: 6 })
  .map((groups): readonly Wire[] => groups.flat());

describe.each([
  { where: 'an unknown socket', opening: unknown },
  ...openings.map((opening, at) => ({ where: `the socket of chat ${at}`, opening })),
])('on $where', ({ opening }) => {
  it.each(Object.entries(FRAMES))(
    'the documented frame %s reads the same as one that is decoded',
    (_, frame) => {
      for (const direction of ['in', 'out'] as const) {
        const text = JSON.stringify(frame);
        expect(traceOf(opening, [{ direction, text }])).toEqual(
          traceOf(opening, [{ direction, text: escaped(text) }]),
        );
      }
    },
  );

  it.each(TREACHEROUS)('%s reads the same as when it is decoded', (text) => {
    expect(traceOf(opening, [{ direction: 'in', text }])).toEqual(
      traceOf(opening, [{ direction: 'in', text: escaped(text) }]),
    );
  });

  it.each(TREACHEROUS_PAIRS)('%s and its like read the same as when they are decoded', (...texts) => {
    const sent = (text: string): Wire => ({ direction: 'out', text });
    expect(traceOf(opening, texts.map(sent))).toEqual(traceOf(opening, texts.map(escaped).map(sent)));
  });

  it('any frames read the same as those that are decoded', () => {
    fc.assert(
      fc.property(wires, (frames) => {
        const slow = frames.map(({ direction, text }) => ({ direction, text: escaped(text) }));
        expect(traceOf(opening, frames)).toEqual(traceOf(opening, slow));
      }),
      { numRuns: 500 },
    );
  });
});

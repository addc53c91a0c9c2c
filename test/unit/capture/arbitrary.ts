import fc from 'fast-check';
import type { Capture } from '../../../src/core/capture/capture-file.ts';
import { type Body, type CapturedEvent, NOTICE_CODES } from '../../../src/core/capture/event.ts';
import type { Mark, Snapshot } from '../../../src/core/capture/snapshot.ts';

const text = fc.string({ unit: 'binary', maxLength: 20 });
const count = fc.nat();

/** Any snapshot, marks of every kind included. */
const anySnapshot: fc.Arbitrary<Snapshot> = fc.letrec<{ value: Snapshot; mark: Mark }>((tie) => ({
  mark: fc.oneof(
    fc.constantFrom<Mark[]>(
      { $mark: 'undefined' },
      { $mark: 'promise' },
      { $mark: 'getter' },
      { $mark: 'deep' },
      { $mark: 'redacted' },
      { $mark: 'number', value: 'NaN' },
    ),
    fc.record({
      $mark: fc.constantFrom('bigint', 'symbol', 'function', 'date', 'node', 'error', 'threw', 'other'),
      value: text,
    }),
    fc.record({ $mark: fc.constant('cycle'), value: count }),
    fc.record({ $mark: fc.constant('string'), head: text, length: count }),
    fc.record({
      $mark: fc.constant('object'),
      name: text,
      entries: fc.array(fc.tuple(text, tie('value')), { maxLength: 3 }),
      more: count,
    }),
    fc.record({ $mark: fc.constant('array'), items: fc.array(tie('value'), { maxLength: 3 }), more: count }),
  ),
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('mark'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__' && key !== '$mark'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

const body: fc.Arbitrary<Body> = fc.oneof(
  fc.constant<Body>({ type: 'none' }),
  fc.record({ type: fc.constant('text'), text: fc.oneof(text, fc.json()), size: count }),
  fc.record({ type: fc.constant('text'), text, size: count, cut: fc.constant(true) }),
  fc.record({
    type: fc.constant('binary'),
    base64: fc.base64String(),
    size: count,
  }),
  fc.record({ type: fc.constant('opaque'), what: text }),
);

const observed = {
  document: fc.constantFrom('d1', 'd2'),
  seq: count,
  time: fc.double({ min: 0, max: 8e15, noNaN: true }),
};

const anyEvent: fc.Arbitrary<CapturedEvent> = fc.oneof(
  fc.record(
    {
      ...observed,
      kind: fc.constant('call'),
      call: count,
      api: text,
      method: text,
      args: fc.array(anySnapshot, { maxLength: 3 }),
      instance: count,
      queued: fc.constant(true),
    },
    { requiredKeys: ['document', 'seq', 'time', 'kind', 'call', 'api', 'method', 'args'] },
  ),
  fc.record({
    ...observed,
    kind: fc.constant('return'),
    call: count,
    outcome: fc.constantFrom('returned', 'threw'),
    value: anySnapshot,
  }),
  fc.record(
    {
      ...observed,
      kind: fc.constant('socket'),
      socket: count,
      phase: fc.constantFrom('connecting', 'open', 'error', 'closed'),
      url: text,
      protocols: fc.array(text, { maxLength: 3 }),
      code: count,
      reason: text,
      cause: count,
    },
    { requiredKeys: ['document', 'seq', 'time', 'kind', 'socket', 'phase', 'url'] },
  ),
  fc.record({
    ...observed,
    kind: fc.constant('frame'),
    socket: count,
    direction: fc.constantFrom('out', 'in'),
    body,
  }),
  fc.record({
    ...observed,
    kind: fc.constant('request'),
    request: count,
    via: fc.constantFrom('fetch', 'xhr', 'beacon'),
    method: text,
    url: text,
    headers: fc.array(fc.tuple(text, text), { maxLength: 3 }),
    body,
  }),
  fc.record({ ...observed, kind: fc.constant('response'), request: count, status: fc.nat(599), body }),
  fc.record({
    ...observed,
    kind: fc.constant('notice'),
    code: fc.constantFrom(...NOTICE_CODES),
    detail: text,
  }),
);

/** Any capture of two documents. */
export const anyCapture: fc.Arbitrary<Capture> = fc.record({
  documents: fc.tuple(
    fc.record({ id: fc.constant('d1'), url: text, top: fc.constant(true) }),
    fc.record({ id: fc.constant('d2'), url: text, top: fc.constant(false) }),
  ),
  events: fc.array(anyEvent, { maxLength: 8 }),
  lost: count,
});

import fc from 'fast-check';
import { expect } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { dialectsFor } from '../../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { reportToJson } from '../../../src/core/report/json.ts';
import { buildReport } from '../../../src/core/report/report.ts';
import { conversationsOf } from './example-capture.ts';

/**
 * Judges a capture and reports on it, whatever is left of it, and expects that nothing passes for which the backend has
 * shown nothing: a pass needs a sighting of the very key, in the very namespace, in what came back.
 */
export function expectProof(events: readonly CapturedEvent[], mapping: Mapping | null): void {
  const judged = conversationsOf(events, dialectsFor(mapping)).map((conversation) =>
    judge(conversation, mapping),
  );
  for (const { conversation, verdict, attributes } of judged) {
    const passing = attributes.filter((attribute) => attribute.verdict === 'pass');
    if (verdict === 'pass') expect(passing).not.toEqual([]);
    for (const { key, namespace } of passing) {
      const proof = conversation.sightings.filter(
        (sighting) =>
          sighting.key === key &&
          sighting.namespace === namespace &&
          sighting.role === 'attribute' &&
          (sighting.stage === 'echoed' || sighting.stage === 'stored'),
      );
      expect(proof, `${namespace}.${key}`).not.toEqual([]);
    }
  }
  const rest = { url: 'https://shop.example/', notices: [], events: events.length, lost: 0 };
  reportToJson(buildReport({ conversations: judged, ...rest }), { redact: false, mapping });
}

/** Expects proof after each event of a capture. */
export function expectProofAtEveryMoment(events: readonly CapturedEvent[], mapping: Mapping | null): void {
  for (let length = 0; length <= events.length; length++) expectProof(events.slice(0, length), mapping);
}

/** What is left of a capture when events are lost, come in another order, and are kept in part. */
export function damaged(events: readonly CapturedEvent[]): fc.Arbitrary<readonly CapturedEvent[]> {
  return fc
    .record({
      left: fc.shuffledSubarray([...events]),
      isOrdered: fc.boolean(),
      cutAt: fc.integer({ min: 0, max: Math.max(0, events.length - 1) }),
      length: fc.nat({ max: 400 }),
    })
    .map(({ left, isOrdered, cutAt, length }) => {
      const kept = isOrdered ? left.toSorted((a, b) => a.time - b.time) : left;
      return kept.map((event, index) => (index === cutAt ? cut(event, length) : event));
    });
}

/** An event of whose text only so much was kept. */
function cut(event: CapturedEvent, length: number): CapturedEvent {
  if (!('body' in event) || event.body.type !== 'text') return event;
  const { text, size } = event.body;
  return { ...event, body: { type: 'text', text: text.slice(0, length), size, cut: true } };
}

import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Example, Examples } from '../../../src/core/checks/check.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import frames from '../dialects/frames.json' with { type: 'json' };
import { asDocument, exampleEvents, exampleMapping } from '../support/example-capture.ts';
import { damaged, expectProof, expectProofAtEveryMoment } from '../support/proof.ts';

const modules = import.meta.glob<{ examples: Examples }>('../../../src/core/checks/rules/*.ts', {
  eager: true,
});
const examples: readonly Example[] = Object.values(modules).flatMap((module) => [
  ...module.examples.fails,
  ...module.examples.passes,
]);

/** Every documented frame, in the order of the document, on sockets that say whose they are. */
function documentedFrames(): readonly CapturedEvent[] {
  const connecting = (socket: number, url: string) =>
    ({ kind: 'socket', socket, phase: 'connecting', url }) as const;
  const socketOf = (label: string) => (/^[SR]/.test(label) ? 1 : 2);
  return asDocument([
    connecting(1, 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=c&customerId=CRM-882910'),
    connecting(2, 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d'),
    ...Object.entries(frames).map(([label, content]) => {
      const text = JSON.stringify(content);
      const body = { type: 'text', text, size: text.length } as const;
      const direction = /^[SG]/.test(label) ? 'out' : 'in';
      return { kind: 'frame', socket: socketOf(label), direction, body } as const;
    }),
  ]);
}

const mappings = [
  null,
  ...DIALECTS.flatMap(({ id, namespaces }) =>
    namespaces.map((namespace) => exampleMapping({ dialect: id, namespace })),
  ),
];

describe('nothing passes without a sighting of it in what came back', () => {
  it('at any moment of any example of a check', () => {
    for (const example of examples)
      for (const mapping of [exampleMapping(example), null])
        expectProofAtEveryMoment(exampleEvents(example), mapping);
  });

  it('whatever is left of an example, in any order', () => {
    const left = fc
      .constantFrom(...examples)
      .chain((example) =>
        fc.tuple(damaged(exampleEvents(example)), fc.constantFrom(exampleMapping(example), null)),
      );
    fc.assert(
      fc.property(left, ([events, mapping]) => expectProof(events, mapping)),
      { numRuns: 1000 },
    );
  });

  it('whatever is left of all documented frames, by any mapping', () => {
    const events = documentedFrames();
    for (const mapping of mappings) expectProofAtEveryMoment(events, mapping);
    fc.assert(
      fc.property(damaged(events), fc.constantFrom(...mappings), (left, mapping) =>
        expectProof(left, mapping),
      ),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { createOverrides } from '../../../src/core/checks/overrides.ts';
import type { MappingRow } from '../../../src/core/mapping/mapping.ts';
import type { Conversation } from '../../../src/core/trace/trace.ts';
import { asDocument, conversationsOf, exampleEvents } from '../support/example-capture.ts';

const row = (key: string, paths: MappingRow['paths']): MappingRow => ({
  key,
  namespace: 'custom',
  ...(paths && { paths }),
});

/** A body that counts how often it is looked into. */
function counted(content: unknown) {
  const counter = { looks: 0 };
  const text = JSON.stringify(content);
  const body = {
    type: 'text' as const,
    size: text.length,
    get text() {
      counter.looks += 1;
      return text;
    },
  };
  return { body, counter };
}

const [CONVERSATION] = conversationsOf(exampleEvents({ title: 'any', options: {} }));

function conversation(events: readonly CapturedEvent[]): Conversation {
  if (!CONVERSATION) throw new Error('The example has no conversation');
  return { ...CONVERSATION, events, moments: new Map() };
}

const frame = (direction: 'in' | 'out', body: ReturnType<typeof counted>['body']) =>
  ({ kind: 'frame', socket: 1, direction, body }) as const;

describe('rows that say themselves where they ride', () => {
  const tier = row('tier', { sent: 'user.tier', echoed: 'known.tier' });
  const id = row('id', { sent: 'user.id' });

  it('find what stands there, at their stages, in order of time', () => {
    const sent = counted({ user: { tier: 'gold', id: 7 }, known: { tier: 'not read here' } });
    const back = counted({ known: { tier: 'silver' }, user: { id: 'not read here' } });
    const events = asDocument([frame('out', sent.body), frame('in', back.body), frame('out', sent.body)]);
    const found = createOverrides(conversation(events), [tier, id, row('plain', undefined)]).of;
    expect(found(tier).map(({ stage, path, value }) => [stage, path, value])).toEqual([
      ['sent', 'user.tier', 'gold'],
      ['echoed', 'known.tier', 'silver'],
      ['sent', 'user.tier', 'gold'],
    ]);
    expect(found(id)).toMatchObject([
      { key: 'id', namespace: 'custom', value: 7, event: events[0] },
      { key: 'id', event: events[2] },
    ]);
    expect(found(row('plain', undefined))).toEqual([]);
  });

  it('look into each event once together, and not again when more came', () => {
    const bodies = Array.from({ length: 20 }, (_, at) => counted({ user: { tier: 'gold', id: at } }));
    const all = asDocument(bodies.map(({ body }) => frame('out', body)));
    const events = all.slice(0, 10);
    const growing = conversation(events);
    expect(createOverrides(growing, [tier, id]).of(id)).toHaveLength(10);
    const once = bodies[0]?.counter.looks ?? 0;
    const alone = counted({ user: { id: 1 } });
    createOverrides(conversation(asDocument([frame('out', alone.body)])), [id]);
    expect(once).toBe(alone.counter.looks);

    events.push(...all.slice(10));
    expect(
      createOverrides(growing, [tier, id])
        .of(id)
        .map(({ value }) => value),
    ).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(bodies.map(({ counter }) => counter.looks)).toEqual(bodies.map(() => once));
  });

  it('look into no event at whose stage nothing is asked for', () => {
    const back = counted({ user: { id: 1 } });
    createOverrides(conversation(asDocument([frame('in', back.body)])), [id]);
    expect(back.counter.looks).toBe(0);
  });

  it('find what another row asks for later in what was searched before', () => {
    const sent = counted({ user: { tier: 'gold', id: 7 } });
    const events = asDocument([frame('out', sent.body), frame('out', sent.body)]);
    createOverrides(conversation(events), [tier]);
    expect(createOverrides(conversation(events), [tier, id]).of(id)).toHaveLength(2);
  });
});

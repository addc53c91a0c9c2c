import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { describeEvent } from '../../../src/core/dialects/describe.ts';
import { dialectsFor } from '../../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { DECLARING } from '../mapping/example.ts';
import { asDocument } from '../support/example-capture.ts';

function frame(content: unknown): CapturedEvent {
  const text = JSON.stringify(content);
  const [event] = asDocument([
    { kind: 'frame', socket: 1, direction: 'in', body: { type: 'text', text, size: text.length } },
  ]);
  if (!event) throw new Error('no event');
  return event;
}

const named = (content: unknown, mapping: Mapping | null = DECLARING): string | boolean => {
  const { title, noise } = describeEvent(frame(content), dialectsFor(mapping));
  return noise ? `${title}, noise` : title;
};

describe('a frame of a declared dialect', () => {
  it('is named by the text at the path where its start event has its name', () => {
    expect(named({ kind: 'session.started', taken: {} })).toBe('session.started');
    expect(named({ kind: 'message', text: 'Hello' })).toBe('message');
  });

  it('is told as its text where nothing stands at that path, or the mapping declares nothing', () => {
    expect(named({ text: 'Hello' })).toBe('{"text":"Hello"}');
    expect(named({ kind: 'session.started' }, null)).toBe('{"kind":"session.started"}');
  });

  it('is folded where a built-in dialect knows it as noise, which a declaration cannot say', () => {
    const byType = {
      ...DECLARING,
      declaration: { namespaces: ['crm'], paths: {}, startEvent: { path: 'type', equals: 'started' } },
    };
    expect(named({ type: 'heartbeat' }, byType)).toBe('heartbeat, noise');
    expect(named({ type: 'started' }, byType)).toBe('started');
  });
});

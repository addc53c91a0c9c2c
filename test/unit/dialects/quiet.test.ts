import { describe, expect, it } from 'vitest';
import { quietFrames } from '../../../src/core/dialects/quiet.ts';

const isQuiet = quietFrames({
  telling: /"attributes"/,
  id: { name: '"conversation"', followedBy: (id) => `:"${id}"` },
});

/** Whether a frame that names a conversation is passed over on the socket of another, or of the same. */
function passesOver(text: string, conversationId?: string): boolean {
  const body = { type: 'text', text, size: text.length } as const;
  const event = { kind: 'frame', seq: 0, time: 0, socket: 0, direction: 'in', body } as const;
  return isQuiet(event, conversationId === undefined ? { ours: true } : { ours: true, conversationId });
}

describe('a frame is passed over', () => {
  it('when it names no conversation, or the known one only', () => {
    expect(passesOver('{"type":"typing"}', 'c-1')).toBe(true);
    expect(passesOver('{"conversation":"c-1"}', 'c-1')).toBe(true);
  });

  it('on each of two sockets in turn', () => {
    for (const id of ['c-1', 'c-2', 'c-1', 'c-2']) {
      expect(passesOver('{"conversation":"c-1"}', id)).toBe(id === 'c-1');
      expect(passesOver('{"conversation":"c-2"}', id)).toBe(id === 'c-2');
    }
  });
});

describe('a frame is decoded', () => {
  it.each([
    ['when something can be read from it', '{"attributes":{}}', 'c-1'],
    ['when a name may be written with escapes', '{"\\u0061ttributes":{}}', 'c-1'],
    ['when the conversation is not known yet', '{"conversation":"c-1"}', undefined],
    ['when it names another one as well', '{"conversation":"c-1","a":{"conversation":"c-2"}}', 'c-1'],
    ['when an id is a part of the one it names', '{"conversation":"c-12"}', 'c-1'],
    ['when an id is no text that JSON holds as it is', '{"conversation":"c","a":""}', 'c","a":"'],
    ['when an id looks like a pattern', '{"conversation":"c-1"}', 'c.*'],
    ['when an id is too long for any', `{"conversation":"${'c'.repeat(1e6)}"}`, 'c'.repeat(1e6)],
  ])('%s', (_, text, id) => {
    expect(passesOver(text, id)).toBe(false);
  });
});

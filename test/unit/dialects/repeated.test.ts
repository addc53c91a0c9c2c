import { describe, expect, it } from 'vitest';
import type { Body, FrameEvent } from '../../../src/core/capture/event.ts';
import { reading } from '../../../src/core/dialects/reading.ts';
import { readRepeated } from '../../../src/core/dialects/repeated.ts';

const frameOf = (body: Body): FrameEvent => ({
  kind: 'frame',
  seq: 0,
  time: 0,
  socket: 0,
  direction: 'out',
  body,
});
const saying = (text: string): FrameEvent => frameOf({ type: 'text', text, size: text.length });

/** Which of the texts are read anew, one after the other. */
function readAnew(...texts: readonly string[]): readonly string[] {
  const anew: string[] = [];
  const read = readRepeated('eventId', ({ body }) => {
    if (body.type === 'text') anew.push(body.text);
    return reading({});
  });
  for (const text of texts) read(saying(text));
  return anew;
}

const typing = (number: string, more = '') => `{"action":"a","eventId":"${number}","payload":{"b":1}${more}}`;

describe('a frame that was read before', () => {
  it('is not read again when it has another number, in front of what it holds or behind it', () => {
    expect(readAnew(typing('1'), typing('2'), typing('3'))).toEqual([typing('1')]);
    expect(readAnew('{"payload":{},"eventId":"1"}', '{"payload":{},"eventId":"2"}')).toHaveLength(1);
  });

  it('is not read again when it has no number at all', () => {
    expect(readAnew('{"action":"heartbeat"}', '{"action":"heartbeat"}')).toHaveLength(1);
  });

  it('is remembered while messages come in between, of which none is like another', () => {
    const messages = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => typing(String(at), `,"text":"${at}"`));
    const texts = messages.flatMap((message) => [typing('on'), typing('off', ',"off":true'), message]);
    expect(readAnew(...texts)).toHaveLength(2 + messages.length);
  });

  it('gives the reading that it gave', () => {
    let made = 0;
    const read = readRepeated('eventId', () => (made++ === 0 ? reading({ conversationId: 'c-1' }) : null));
    expect([read(saying(typing('1'))), read(saying(typing('2')))]).toMatchObject([
      { conversationId: 'c-1' },
      { conversationId: 'c-1' },
    ]);
  });
});

describe('a frame is read anew', () => {
  it.each([
    ['when anything else differs', typing('1'), typing('1', ',"c":2')],
    [
      'when the number is inside of it',
      '{"a":{"eventId":"1","b":{}},"c":{}}',
      '{"a":{"eventId":"2","b":{}},"c":{}}',
    ],
    ['when the number is in an array', '[{"a":{},"eventId":"1"}]', '[{"a":{},"eventId":"2"}]'],
    ['when it has escapes', typing('1', ',"c":"\\n"'), typing('2', ',"c":"\\n"')],
    ['when the number is no plain one', typing('a b'), typing('a c')],
    ['when it is long', typing('1', `,"c":"${'c'.repeat(3000)}"`), typing('2', `,"c":"${'c'.repeat(3000)}"`)],
  ])('%s', (_, first, second) => {
    expect(readAnew(first, second)).toEqual([first, second]);
  });

  it('when it was cut: what is left of it may look like another', () => {
    const text = typing('1');
    let made = 0;
    const read = readRepeated('eventId', () => {
      made++;
      return null;
    });
    read(saying(text));
    read(frameOf({ type: 'text', text, size: 1e6, cut: true }));
    expect(made).toBe(2);
  });
});

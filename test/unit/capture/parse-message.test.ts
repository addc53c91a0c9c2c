import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentInfo } from '../../../src/core/capture/event.ts';
import { parseEventsMessage, parseTaps, parseWatchMessage } from '../../../src/core/capture/parse.ts';
import { parseDocumentEvent } from '../../../src/core/capture/parse-event.ts';

const document: DocumentInfo = { id: 'd1', url: 'https://shop.example/', top: true };

function notice(seq: number): unknown {
  return { kind: 'notice', seq, time: 1, code: 'worker', detail: '/w.js' };
}

describe('what a mapping declares', () => {
  it('is taken, without what is no name', () => {
    const taps = { globals: ['acmeChat', 5, null], urls: '^x$', more: 1 };
    expect(parseTaps(taps)).toStrictEqual({ globals: ['acmeChat'], urls: '^x$' });
  });

  it.each([undefined, null, 'acmeChat', [], { globals: 'acmeChat', urls: '' }, { globals: [] }])(
    'is refused as %j',
    (value) => {
      expect(parseTaps(value)).toBeNull();
    },
  );
});

describe('a message of events', () => {
  it('is taken with its events', () => {
    const message = { type: 'cxone-payload/events', document, events: [notice(3), notice(4)], lost: 3 };
    expect(parseEventsMessage(message)).toStrictEqual({ message, malformed: 0 });
  });

  it('keeps the sound events and counts the others', () => {
    const events = [notice(3), 'junk', { kind: 'frame' }, notice(4)];
    const parsed = parseEventsMessage({ type: 'cxone-payload/events', document, events, lost: 0 });
    expect(parsed).toMatchObject({ malformed: 2, message: { events: [{ seq: 3 }, { seq: 4 }] } });
  });

  it('does not take an event twice, nor one that goes back', () => {
    const events = [notice(3), notice(3), notice(2), notice(4)];
    const parsed = parseEventsMessage({ type: 'cxone-payload/events', document, events, lost: 0 });
    expect(parsed).toMatchObject({ malformed: 2, message: { events: [{ seq: 3 }, { seq: 4 }] } });
  });

  it('is taken with what observing has cost so far', () => {
    const cost = { batches: 2, characters: 300, spent: 0.4 };
    const message = { type: 'cxone-payload/events', document, events: [], lost: 0, cost };
    expect(parseEventsMessage({ ...message, cost: { ...cost, more: 1 } })).toStrictEqual({
      message,
      malformed: 0,
    });
  });

  it.each([
    ['of another type', { type: 'cxone-payload/watch', document, events: [], lost: 0 }],
    ['without a document', { type: 'cxone-payload/events', events: [], lost: 0 }],
    ['without a list', { type: 'cxone-payload/events', document, events: { length: 1 }, lost: 0 }],
    ['with a cost that is none', { type: 'cxone-payload/events', document, events: [], lost: 0, cost: 5 }],
    [
      'with a cost that cannot be',
      {
        type: 'cxone-payload/events',
        document,
        events: [],
        lost: 0,
        cost: { batches: 1, characters: 1, spent: -1 },
      },
    ],
    ['with a negative loss', { type: 'cxone-payload/events', document, events: [], lost: -1 }],
  ])('is refused %s', (_, value) => {
    expect(parseEventsMessage(value)).toBeNull();
  });

  it('never throws, whatever comes', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
    const envelope = fc.record({
      type: fc.constant('cxone-payload/events'),
      document: fc.constant(document),
      lost: fc.constant(0),
      events: fc.array(
        fc.oneof(
          anything,
          fc.record(
            {
              kind: fc.constantFrom('call', 'return', 'socket', 'frame', 'request', 'response', 'notice'),
              seq: fc.nat(),
              time: fc.nat(),
              call: fc.nat(),
              socket: fc.nat(),
              api: fc.string(),
              method: fc.string(),
              args: fc.array(anything),
              body: anything,
              value: anything,
            },
            { requiredKeys: ['kind', 'seq', 'time'] },
          ),
        ),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(anything, envelope), (value) => {
        parseDocumentEvent(value);
        parseWatchMessage(value);
        const parsed = parseEventsMessage(value);
        // What was taken is plain data: it survives JSON, and the parser takes it again as it is.
        if (parsed) {
          expect(parseEventsMessage(JSON.parse(JSON.stringify(parsed.message)))?.malformed).toBe(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a message of watching', () => {
  it('is taken', () => {
    const message = { type: 'cxone-payload/watch', since: { d1: 12 } };
    expect(parseWatchMessage(message)).toEqual(message);
  });

  it('says nothing about documents that it does not name, whatever they are called', () => {
    const parsed = parseWatchMessage(JSON.parse('{"type":"cxone-payload/watch","since":{"__proto__":7}}'));
    expect(parsed?.since.constructor).toBeUndefined();
    expect(Object.entries(parsed?.since ?? {})).toEqual([['__proto__', 7]]);
  });

  it.each([
    ['since is no table', { type: 'cxone-payload/watch', since: 3 }],
    ['a number is none', { type: 'cxone-payload/watch', since: { d1: '3' } }],
    ['a number is negative', { type: 'cxone-payload/watch', since: { d1: -3 } }],
  ])('is refused when %s', (_, value) => {
    expect(parseWatchMessage(value)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody, MAX_JSON_DEPTH, parseJson } from '../../../src/core/capture/decode.ts';

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

describe('the JSON of a body', () => {
  it('is decoded once', () => {
    const body = { type: 'text', text: '{"a":[1,null,"x"]}', size: 18 } as const;
    expect(decodeBody(body)).toEqual({ a: [1, null, 'x'] });
    expect(decodeBody(body)).toBe(decodeBody(body));
  });

  it.each(['null', ' "x"', '\n-1', 'true'])('may be a bare value: %j', (text) => {
    expect(decodeBody({ type: 'text', text, size: 1 })).toBe(JSON.parse(text));
  });

  it.each([
    ['text that is no JSON', { type: 'text', text: 'ping', size: 4 }],
    ['JSON with something after it', { type: 'text', text: '{} x', size: 4 }],
    ['text that was cut', { type: 'text', text: '{}', size: 5_000_000, cut: true }],
    ['bytes', { type: 'binary', base64: 'e30=', size: 2 }],
    ['nothing', { type: 'none' }],
    ['a form', { type: 'opaque', what: 'FormData' }],
  ] as const)('is undefined for %s', (_, body) => {
    expect(decodeBody(body)).toBeUndefined();
  });
});

describe('depth', () => {
  it('is taken up to its bound and not beyond', () => {
    expect(parseJson(nested(MAX_JSON_DEPTH))).toBeDefined();
    expect(parseJson(nested(MAX_JSON_DEPTH + 1))).toBeUndefined();
    expect(parseJson('{"a":'.repeat(10_000))).toBeUndefined();
  });

  it('is not counted inside strings', () => {
    const text = JSON.stringify({ a: '['.repeat(500), b: `\\"${'{'.repeat(500)}\\` });
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

describe('what a text itself calls $mark', () => {
  it.each(['{"a":{"$mark":"object","entries":5}}', '{"a":{"\\u0024mark":"object","entries":5}}'])(
    'cannot be taken for a mark: %s',
    (text) => {
      const entries = [
        ['$mark', 'object'],
        ['entries', 5],
      ];
      expect(parseJson(text)).toEqual({ a: { $mark: 'object', name: 'Object', entries, more: 0 } });
    },
  );
});

it('agrees with JSON.parse on every value that is not too deep', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      expect(parseJson(text)).toStrictEqual(JSON.parse(text));
    }),
  );
});

it('never throws on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      parseJson(text);
    }),
  );
});

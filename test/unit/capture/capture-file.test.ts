import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture, serializeCapture } from '../../../src/core/capture/capture-file.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import { oneChange } from '../json/arbitrary.ts';
import { anyCapture } from './arbitrary.ts';
import { CAPTURE } from './example.ts';

const WHOLE = { redact: false, mapping: null };

function errorsOf(text: string) {
  const result = parseCapture(text);
  return result.ok ? [] : result.errors;
}

/** The example's file with one part of its text replaced. */
function withText(part: string, other: string): string {
  const text = serializeCapture(CAPTURE, WHOLE);
  expect(text).toContain(part);
  return text.replace(part, other);
}

describe('a capture file', () => {
  it('is read back as it was written', () => {
    expect(parseCapture(serializeCapture(CAPTURE, WHOLE))).toStrictEqual({ ok: true, capture: CAPTURE });
    fc.assert(
      fc.property(anyCapture, (capture) => {
        const result = parseCapture(serializeCapture(capture, WHOLE));
        expect(result).toEqual({ ok: true, capture: JSON.parse(JSON.stringify(capture)) });
      }),
      { numRuns: 500 },
    );
  });

  it('loses the fields that nobody knows, wherever they are', () => {
    for (const unknown of ['"unknown":1', '"__proto__":{"cut":true}', '"constructor":null'])
      for (const at of ['{"type":"text"', '{"kind":"frame"', '{"kind":"call"'])
        expect(parseCapture(withText(at, at.replace('{', `{${unknown},`)))).toStrictEqual({
          ok: true,
          capture: CAPTURE,
        });
  });

  it('holds one event a line', () => {
    const lines = serializeCapture(CAPTURE, WHOLE).split('\n');
    expect(JSON.parse(lines[1]?.replace(/,$/, '') ?? '')).toEqual(CAPTURE.events[0]);
    expect(lines).toHaveLength(CAPTURE.events.length + 3);
  });

  it('says whether it was redacted', () => {
    expect(JSON.parse(serializeCapture(CAPTURE, { redact: true, mapping: null }))).toMatchObject({
      redacted: true,
    });
    expect(JSON.parse(serializeCapture(CAPTURE, WHOLE))).not.toHaveProperty('redacted');
  });

  it('may have fields that a later tool adds', () => {
    const text = withText('"kind":"return"', '"later":1,"kind":"return"');
    expect(parseCapture(text)).toEqual({ ok: true, capture: CAPTURE });
  });
});

describe('a capture file that is not as it must be is refused where it is wrong', () => {
  it.each([
    {
      what: 'text that was cut off',
      part: '"returned"',
      other: '"returned',
      error: { line: 5, path: '', rule: 'json' },
    },
    {
      what: 'another version',
      part: '"version":1',
      other: '"version":2',
      error: { line: 1, path: 'version', rule: 'version' },
    },
    {
      what: 'an unknown kind',
      part: '"kind":"return"',
      other: '"kind":"retrun"',
      error: { line: 5, path: 'events[3].kind', rule: 'enum' },
    },
    {
      what: 'a field of the wrong type',
      part: '"status":201',
      other: '"status":"201"',
      error: { line: 4, path: 'events[2].status', rule: 'type' },
    },
    {
      what: 'a missing field',
      part: '"outcome":"returned",',
      other: '',
      error: { line: 5, path: 'events[3]', rule: 'required' },
    },
    {
      what: 'an unknown mark',
      part: '"$mark":"promise"',
      other: '"$mark":"primose"',
      error: { line: 5, path: 'events[3].value.$mark', rule: 'enum' },
    },
    {
      what: 'a document that is not there',
      part: '"d1","seq":3',
      other: '"d9","seq":3',
      error: { line: 5, path: 'events[3].document', rule: 'document' },
    },
    {
      what: 'a body of another kind',
      part: '"type":"opaque"',
      other: '"type":"form"',
      error: { line: 9, path: 'events[7].body.type', rule: 'enum' },
    },
  ])('$what', ({ part, other, error }) => {
    expect(errorsOf(withText(part, other))).toMatchObject([error]);
  });

  it('suggests what a misspelt kind was meant to be', () => {
    expect(errorsOf(withText('"kind":"response"', '"kind":"reponse"'))[0]?.message).toMatch(
      /did you mean "response"\?$/,
    );
  });

  it('when two documents share an id', () => {
    const text = serializeCapture(
      { ...CAPTURE, documents: [...CAPTURE.documents, ...CAPTURE.documents] },
      WHOLE,
    );
    expect(errorsOf(text)).toMatchObject([{ path: 'documents[1].id', rule: 'duplicate-document' }]);
  });

  it('when a snapshot is 10,000 levels deep, or deeper than is read', () => {
    const deep = (levels: number): string => {
      const nested = `${'['.repeat(levels)}${']'.repeat(levels)}`;
      return withText('"value":{"$mark":"promise"}', `"value":${nested}`);
    };
    expect(errorsOf(deep(10_000))).toMatchObject([{ line: 5, rule: 'depth' }]);
    expect(errorsOf(deep(150))).toMatchObject([{ line: 5, rule: 'size' }]);
  });

  it('and nothing of it reaches the prototype of all objects', () => {
    const text = withText('"value":{"$mark":"promise"}', '"value":{"__proto__":{"polluted":1}}');
    expect(errorsOf(text)).toMatchObject([{ line: 5 }]);
    expect('polluted' in {}).toBe(false);
  });

  it('with at least one error, whatever was changed in it', () => {
    const plain: Snapshot = JSON.parse(serializeCapture(CAPTURE, WHOLE));
    fc.assert(
      fc.property(oneChange(plain), (value) => {
        const result = parseCapture(JSON.stringify(value));
        expect(result.ok || result.errors.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

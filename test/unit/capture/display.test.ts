import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSnapshot, formatSnapshotLines, visible } from '../../../src/core/capture/display.ts';

describe('a text that is shown', () => {
  it('shows what could not be seen in it', () => {
    expect(visible('crm_\u200bid')).toBe('crm_\\u200bid');
    expect(visible('\u202edi_mrc')).toBe('\\u202edi_mrc');
    expect(visible('a\u00a0b\u2028\ud800')).toBe('a\\u00a0b\\u2028\\ud800');
    expect(visible('\u{e0001}')).toBe('\\udb40\\udc01');
  });

  it('is left as it is where everything in it can be seen', () => {
    for (const text of ['', 'crm id', 'Größe 日本 👍', 'one\ntwo']) expect(visible(text)).toBe(text);
  });

  it('is never the same for two keys that differ', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', '\u200b', '\u202e', '\u00a0', '\ud800', ' ') });
    fc.assert(
      fc.property(odd, odd, (a, b) => {
        if (a !== b) expect(visible(a)).not.toBe(visible(b));
      }),
    );
  });
});

it('a value is JavaScript that reads as that value, also with letters that cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(JSON.parse(formatSnapshot(text, Number.POSITIVE_INFINITY))).toBe(text);
    }),
  );
});

it('a value that JSON cannot say is shown with what could not be seen in it', () => {
  const value = 'a\u202eb';
  for (const mark of ['symbol', 'function', 'node', 'error', 'threw', 'other'] as const)
    expect(formatSnapshot({ $mark: mark, value })).toContain('a\\u202eb');
  const instance = { $mark: 'object', name: value, entries: [], more: 0 } as const;
  expect(formatSnapshot(instance)).toBe('a\\u202eb {}');
  expect(formatSnapshotLines([instance])).toBe('[\n  a\\u202eb {}\n]');
});

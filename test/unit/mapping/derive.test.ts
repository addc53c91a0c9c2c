import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { deriveMapping } from '../../../src/core/mapping/derive.ts';
import { parseMapping } from '../../../src/core/mapping/parse.ts';
import { serializeMapping } from '../../../src/core/mapping/serialize.ts';
import frames from '../dialects/frames.json' with { type: 'json' };

const answer = (content: unknown, seq = 0): CapturedEvent => {
  const text = JSON.stringify(content);
  const body = { type: 'text', text, size: text.length } as const;
  return { kind: 'response', request: 1, status: 200, body, seq, time: seq, document: 'd1' };
};

describe('a mapping from a channel configuration', () => {
  const derived = deriveMapping([answer(frames['channel-configuration'])], 'shop.example');

  it('has a row for each field, in its own scope', () => {
    expect(derived?.dialect).toBe('cxone-digital');
    expect(derived?.attributes.map(({ namespace, key }) => `${namespace}.${key}`)).toEqual([
      'contact.crm_customer_id',
      'customer.customer_tier',
      'contact.topic',
    ]);
  });

  it('allows the ids of options, of a tree its leaves only', () => {
    expect(derived?.attributes.map((row) => row.enum)).toEqual([
      undefined,
      ['0f4b7d0e-5a51-4e0d-9a53-0c1f2f7a1a01'],
      ['37d6457c-0000-4000-8000-000000000002'],
    ]);
  });

  it('takes over what a survey requires', () => {
    expect(derived?.attributes.map(({ required }) => required)).toEqual([undefined, undefined, true]);
  });

  it('asks of an address that it has the form of one', () => {
    const field = { ident: 'mail', type: 'email', values: [] };
    const [row] = deriveMapping([answer({ caseCustomFields: [field] })], 'n')?.attributes ?? [];
    const pattern = new RegExp(row?.pattern ?? '', 'u');
    expect(['john@example.com', 'john', 'john doe@example.com'].map((text) => pattern.test(text))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('only warns of keys that are not in it, for it need not be complete', () => {
    expect(derived?.unmapped).toBe('warn');
  });

  it('is a mapping file like any other', () => {
    if (!derived) throw new Error('nothing was derived');
    expect(parseMapping(serializeMapping(derived))).toEqual({ ok: true, mapping: derived });
  });
});

describe('answers that define nothing', () => {
  it.each([[{}], [{ caseCustomFields: [] }], [{ caseCustomFields: 'text' }], [[1]], [null]])(
    '%j',
    (content) => {
      expect(deriveMapping([answer(content)], 'n')).toBeNull();
    },
  );
});

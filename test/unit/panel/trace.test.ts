import { describe, expect, it } from 'vitest';
import type { JudgedAttribute } from '../../../src/core/checks/finding.ts';
import { STAGES } from '../../../src/core/trace/trace.ts';
import { countCategories } from '../../../src/panel/trace/counts.ts';
import { opensByItself, rowsToShow } from '../../../src/panel/trace/rows.ts';
import { threadAfter } from '../../../src/panel/trace/thread.ts';
import { wrongType } from '../../../src/panel/trace/types.ts';
import { exampleMapping } from '../support/example-capture.ts';
import { GOOD, judgedExample, TRANSIENT } from './support.ts';

const mapping = {
  ...exampleMapping(),
  attributes: [
    { key: 'loyalty_id', namespace: 'custom' },
    { key: 'account_tier', namespace: 'custom' },
    ...exampleMapping().attributes,
  ],
};
const options = {
  attributes: { custom: { crm_customer_id: 882910, account_tier: 'gold', unknown_key: 'x' } },
};
const { attributes } = judgedExample({ title: '', options }, mapping);
const keys = (rows: readonly JudgedAttribute[]) => rows.map(({ key }) => key);
const all = { text: '', categories: new Set<never>() };

describe('the rows of the trace', () => {
  it('begin with what failed and end with what nobody gave', () => {
    const rows = keys(rowsToShow(attributes, all, true));
    expect(rows.slice(0, 2).sort()).toEqual(['crm_customer_id', 'unknown_key']);
    expect(rows.slice(2)).toEqual(['account_tier', 'loyalty_id']);
  });

  it('are counted by verdict, an unmapped key that fails under both', () => {
    expect(countCategories(attributes, true)).toEqual([
      { category: 'fail', count: 2 },
      { category: 'pass', count: 1 },
      { category: 'unmapped', count: 1 },
      { category: 'idle', count: 1 },
    ]);
  });

  it('are not called unmapped where there is no mapping', () => {
    const seen = judgedExample(GOOD, null).attributes;
    expect(countCategories(seen, false).map(({ category }) => category)).not.toContain('unmapped');
  });

  it('can be narrowed to some counts', () => {
    const rows = rowsToShow(attributes, { text: '', categories: new Set(['unmapped', 'idle']) }, true);
    expect(keys(rows)).toEqual(['unknown_key', 'loyalty_id']);
  });

  it('are found by key, value, path and finding, whatever the case', () => {
    const found = (text: string) => keys(rowsToShow(attributes, { ...all, text }, true));
    expect(found('ACCOUNT')).toEqual(['account_tier']);
    expect(found('gold')).toEqual(['account_tier']);
    expect(found('custom.unknown')).toEqual(['unknown_key']);
    expect(found('value/type')).toEqual(['crm_customer_id']);
    expect(found('nothing like it')).toEqual([]);
  });

  it('open by themselves when they need a hand', () => {
    expect(keys(attributes.filter(opensByItself)).sort()).toEqual(['crm_customer_id', 'unknown_key']);
  });
});

describe('the thread of an attribute', () => {
  const threads = (example: typeof GOOD) => {
    const [attribute] = judgedExample(example).attributes;
    if (attribute === undefined) throw new Error('The example has no attribute');
    return STAGES.map((stage) => threadAfter(attribute, stage));
  };

  it('is whole as far as the value is seen', () => {
    expect(threads({ ...GOOD, late: { custom: { crm_customer_id: 'CRM-882910' } } })).toEqual([
      'whole',
      'whole',
      'whole',
      'loose',
      'none',
    ]);
  });

  it('breaks at the stage where the value is lost', () => {
    const stripped = threads({ ...TRANSIENT, posted: {} });
    expect(stripped[0]).toBe('broken');
    expect(stripped).not.toContain('whole');
  });
});

describe('the type of a value', () => {
  it('is told when it is another than asked for', () => {
    expect(wrongType(882910, { key: 'a', namespace: 'custom', type: 'string' })).toBe('number');
    expect(wrongType('5', { key: 'a', namespace: 'custom', type: 'integer' })).toBe('string');
    expect(wrongType(5.5, { key: 'a', namespace: 'custom', type: 'integer' })).toBe('number');
    const instance = { $mark: 'object', name: 'Id', entries: [], more: 0 };
    expect(wrongType(instance, { key: 'a', namespace: 'custom', type: 'string' })).toBe('object');
    const none = { $mark: 'undefined' };
    expect(wrongType(none, { key: 'a', namespace: 'custom', type: 'string' })).toBe('undefined');
  });

  it('is not told when it is right, when none is asked for, and when there is no value', () => {
    expect(wrongType(5, { key: 'a', namespace: 'custom', type: 'integer' })).toBeNull();
    const long = { $mark: 'string', head: 'x', length: 70_000 };
    expect(wrongType(long, { key: 'a', namespace: 'custom', type: 'string' })).toBeNull();
    expect(wrongType([], { key: 'a', namespace: 'custom' })).toBeNull();
    expect(wrongType(null, { key: 'a', namespace: 'custom', type: 'string' })).toBeNull();
  });
});

import { describe, expect, it, test } from 'vitest';
import { CHECKS, CONVERSATION_CHECKS } from '../../../src/core/checks/checks.ts';
import { SCENARIOS } from '../../site/scenarios.ts';
import { CAUSES, HIDDEN, LOSSES } from './catalogue.ts';

const ids = [...CHECKS, ...CONVERSATION_CHECKS].map(({ id }) => id);
const shown = CAUSES.flatMap((cause) => cause.shown);

describe('the catalogue of what goes wrong', () => {
  it('has every cause that has a fault in it, and every loss', () => {
    expect(CAUSES.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(LOSSES.map(({ letter }) => letter).join('')).toBe('abcdefghijklmn');
  });

  it.each(CAUSES)('$number is found by a check where the demo shows it: $cause', (cause) => {
    for (const { check, scenarios } of cause.shown) {
      expect(ids).toContain(check);
      expect(scenarios).not.toEqual([]);
      for (const id of scenarios)
        expect(SCENARIOS.find((scenario) => scenario.id === id)?.expected.findings, id).toEqual([check]);
    }
  });

  it.each(LOSSES)('$letter is found by a check: $loss', ({ checks }) => {
    for (const check of checks) expect(ids).toContain(check);
  });
});

test('every scenario in which something is found shows a cause of the catalogue', () => {
  const told = shown.flatMap(({ scenarios }) => scenarios);
  const found = SCENARIOS.filter(({ expected }) => expected.findings.length > 0).map(({ id }) => id);
  // What they show is of one loss of one vendor, or of values, and not of the causes that all have in common.
  const own = ['cxone-digital/not-recovered', 'value-changed', 'acme-gateway/value-changed'];
  expect(found.filter((id) => !told.includes(id))).toEqual(expect.arrayContaining(own));
  expect(found.filter((id) => !told.includes(id))).toHaveLength(own.length);
});

test('what is hidden from agents is shown by a scenario in which nothing is found', () => {
  expect(SCENARIOS.find(({ id }) => id === HIDDEN)?.expected).toEqual({ findings: [], verdict: 'pass' });
});

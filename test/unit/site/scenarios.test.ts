import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CHECKS, CONVERSATION_CHECKS } from '../../../src/core/checks/checks.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import { parseMapping } from '../../../src/core/mapping/parse.ts';
import { SCENARIOS } from '../../site/scenarios.ts';

const LISTED = [...CHECKS, ...CONVERSATION_CHECKS];

test('every id is there once, and tells its dialect unless it is the demo’s own', () => {
  const ids = SCENARIOS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, dialect } of SCENARIOS)
    expect(id.includes('/') ? id.split('/')[0] : 'cxone-web-messaging', id).toBe(dialect);
});

test('the ids that other tools rely on are all there', () => {
  const own = SCENARIOS.filter(({ dialect }) => dialect === 'cxone-web-messaging');
  expect(own.map(({ id }) => id).sort()).toEqual([
    'after-token',
    'attributes-custom',
    'double-encoded',
    'empty-value',
    'handshake-only',
    'late-put',
    'messenger-class',
    'near-miss-key',
    'never-sent',
    'number-value',
    'placeholder-value',
    'sdk-late',
    'sdk-replaced',
    'snake-customer-id',
    'thread-customer-id',
    'two-chats',
    'unmapped-in-admin',
    'unmapped-key',
    'value-changed',
    'widget-in-iframe',
    'wrong-namespace',
  ]);
});

test('a scenario expects at most one finding, fails by it, and passes with a warning at most', () => {
  for (const { id, expected } of SCENARIOS) {
    const { findings, verdict } = expected;
    expect(findings.length, id).toBeLessThanOrEqual(1);
    if (verdict === 'fail') expect(findings, id).not.toEqual([]);
    const found = LISTED.filter((check) => findings.includes(check.id));
    if (verdict === 'pass')
      expect(
        found.map(({ severity }) => severity),
        id,
      ).not.toContain('error');
  }
});

test.each(DIALECTS)('$id has a scenario in which nothing is wrong', ({ id }) => {
  const verdicts = SCENARIOS.filter(({ dialect }) => dialect === id).map(({ expected }) => expected.verdict);
  expect(verdicts).toContain('pass');
});

test('every mapping is one for the dialect of its scenarios', () => {
  for (const { dialect, mapping } of SCENARIOS) {
    const text = readFileSync(new URL(`../../site/${mapping}`, import.meta.url), 'utf8');
    expect(parseMapping(text), mapping).toMatchObject({ ok: true, mapping: { dialect } });
  }
});

test('every expected finding is one that some check makes', () => {
  const ids = LISTED.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(SCENARIOS.flatMap(({ expected }) => expected.findings)));
});

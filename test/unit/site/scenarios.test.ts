import { expect, test } from 'vitest';
import { CHECKS } from '../../../src/core/checks/checks.ts';
import { SCENARIOS } from '../../site/scenarios.ts';

test('the ids that other tools rely on are all there, once', () => {
  expect(SCENARIOS.map(({ id }) => id).sort()).toEqual([
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

test('a scenario passes exactly when nothing is expected of it', () => {
  for (const { id, expected } of SCENARIOS) {
    expect(expected.verdict, id).toBe(expected.findings.length === 0 ? 'pass' : 'fail');
  }
});

test('every expected finding is one that some check makes', () => {
  const ids = CHECKS.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(SCENARIOS.flatMap(({ expected }) => expected.findings)));
});

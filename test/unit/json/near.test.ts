import { expect, it } from 'vitest';
import { nearestName } from '../../../src/core/json/near.ts';

const KNOWN = ['pattern', 'namespace', 'required', 'minLength', 'maxLength', 'key'];

it.each([
  ['patern', 'pattern'],
  ['pattren', 'pattern'],
  ['Required', 'required'],
  ['min_length', 'minLength'],
  ['namspace', 'namespace'],
])('finds what %s was meant to be', (name, meant) => {
  expect(nearestName(name, KNOWN)).toBe(meant);
});

it.each(['kex', 'colour', '', '__proto__'])('does not guess at %j', (name) => {
  expect(nearestName(name, KNOWN)).toBeNull();
});

import { expect, it } from 'vitest';
import { urlPattern } from '../../../src/core/dialects/pattern.ts';

const matches = (pattern: string, url: string): boolean => new RegExp(urlPattern([pattern])).test(url);

it('reads a pattern as the address itself, whatever its query and fragment', () => {
  const pattern = 'https://chat.acme.example/sessions';
  expect(matches(pattern, 'https://chat.acme.example/sessions')).toBe(true);
  expect(matches(pattern, 'https://chat.acme.example/sessions?id=1#x')).toBe(true);
  expect(matches(pattern, 'https://chat.acme.example/sessions/1')).toBe(false);
  expect(matches(pattern, 'https://chatxacme.example/sessions')).toBe(false);
  expect(matches(pattern, 'https://evil.example/?https://chat.acme.example/sessions')).toBe(false);
});

it('takes a star for a part of one segment, and for all that follows at the end', () => {
  expect(matches('https://*.acme.example/s/*/fields', 'https://eu.acme.example/s/1/fields')).toBe(true);
  expect(matches('https://*.acme.example/s/*/fields', 'https://eu.acme.example/s/1/2/fields')).toBe(false);
  expect(matches('wss://acme.example/*', 'wss://acme.example/a/b?c')).toBe(true);
  expect(matches('*/sessions', 'https://acme.example/v1/sessions')).toBe(true);
  expect(matches('*/sessions', 'https://acme.example/?x=/sessions')).toBe(false);
});

it('matches nothing when there are no patterns', () => {
  expect(new RegExp(urlPattern([])).test('https://acme.example/')).toBe(false);
});

it('is not made slow by an address that nearly matches', () => {
  const pattern = new RegExp(urlPattern(['*/a/*/a/*/a/*/a/*/b']));
  // Would not come back before the test's time is over if stars could share what they match.
  expect(pattern.test(`https://x.example${'/a'.repeat(5_000)}`)).toBe(false);
});

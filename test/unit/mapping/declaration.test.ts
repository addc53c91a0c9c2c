import { describe, expect, it } from 'vitest';
import { parseMapping } from '../../../src/core/mapping/parse.ts';
import { DECLARING } from './example.ts';

describe('rules of a declared dialect', () => {
  const declared = (change: object) => ({
    ...DECLARING,
    declaration: { ...DECLARING.declaration, ...change },
  });
  const rules = (file: object) => {
    const result = parseMapping(JSON.stringify(file));
    const errors = result.ok ? [] : result.errors;
    return errors.map(({ path, rule }) => `${path.replace('declaration.', '')}: ${rule}`);
  };

  it.each<[string, object, string]>([
    ['no namespaces', { namespaces: [] }, 'namespaces: minItems'],
    ['a global that is no name', { globals: [{ name: 'acme.chat' }] }, 'globals[0].name: pattern'],
    ['an unknown property', { global: [] }, 'global: unknown-property'],
    ['an address with a query', { urls: { create: ['https://a.example/?x'] } }, 'urls.create[0]: pattern'],
    ['an address that is a path', { urls: { other: ['/late'] } }, 'urls.other[0]: pattern'],
    ['all addresses at once', { urls: { other: ['*/*'] } }, 'urls.other[0]: pattern'],
    ['an unknown stage', { paths: { send: [] } }, 'paths.send: unknown-property'],
    ['a template without {key}', { paths: { sent: ['fields'] } }, 'paths.sent[0]: template'],
    ['a template that cannot be read', { paths: { call: ['a..{key}'] } }, 'paths.call[0]: template'],
    ['a token in a template', { token: ['{key}'] }, 'token[0]: pattern'],
    ['a start event without its text', { startEvent: { path: 'kind' } }, 'startEvent: required'],
  ])('%s is refused', (_, change, rule) => {
    expect(rules(declared(change))).toEqual([rule]);
  });

  it('a built-in name is refused', () => {
    expect(rules({ ...DECLARING, dialect: 'cxone-digital' })).toEqual(['dialect: built-in']);
  });

  it('a row of a namespace that is not declared is refused', () => {
    const attributes = [...DECLARING.attributes, { key: 'id', namespace: 'crn' }];
    expect(rules({ ...DECLARING, attributes })).toEqual(['attributes[1].namespace: namespace']);
  });
});

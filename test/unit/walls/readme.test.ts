import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseMapping } from '../../../src/core/mapping/parse.ts';
import { SCENARIOS } from '../../site/scenarios.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const readme = read('README.md');

const found = (pattern: RegExp): readonly string[] =>
  [...readme.matchAll(pattern)].map((match) => match[1] ?? '');

const samples = found(/```json\n(.*?)```/gs);

test('the README has a mapping, and one that declares its dialect', () => {
  expect(samples.map((sample) => sample.includes('"declaration"'))).toEqual([false, true]);
});

test.each(samples)('each mapping in the README is one', (sample) => {
  expect(parseMapping(sample)).toMatchObject({ ok: true });
});

test.each(found(/(?:\]\(|src(?:set)?=")((?:test|public|src)\/[^)"]+)/g))(
  '%s, to which the README points, is there',
  (path) => {
    expect(existsSync(fileURLToPath(new URL(path, ROOT)))).toBe(true);
  },
);

test.each(found(/npm run ([\w-]+)/g))('npm run %s, of which the README speaks, is there', (script) => {
  expect(JSON.parse(read('package.json')).scripts).toHaveProperty(script);
});

test.each(found(/--scenario ([\w/-]+)/g))('--scenario %s, of which the README speaks, is there', (id) => {
  expect(['all', ...SCENARIOS.map((scenario) => scenario.id)]).toContain(id);
});

test('the number of scenarios in the README is right', () => {
  expect(readme).toContain(`${SCENARIOS.length} ways to start a chat`);
});

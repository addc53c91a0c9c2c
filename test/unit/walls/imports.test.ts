import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Folder of the importing file, and what it may or may not import. */
const FORBIDDEN: readonly (readonly [folder: string, imported: string])[] = [
  ['core/trace', 'node:fs'],
  ['core/trace', 'preact'],
  ['core/trace', 'zustand/vanilla'],
  ['core/trace', 'webextension-polyfill'],
  ['core/mapping', 'jsonc-parser'],
  ['core/trace', '../../page/tap.ts'],
  ['core/trace', '../../relay/ring.ts'],
  ['core/trace', '../../panel/store/state.ts'],
  ['core/trace', '../../cli/browser/launch.ts'],
  ['page', '../core/trace/tracer.ts'],
  ['page', '../core/dialects/dialects.ts'],
  ['page', '../relay/ring.ts'],
  ['page', '../panel/store/state.ts'],
  ['page', 'webextension-polyfill'],
  ['relay', '../page/tap.ts'],
  ['relay', '../panel/store/state.ts'],
  ['relay', 'webextension-polyfill'],
  ['devtools', '../panel/store/state.ts'],
  ['panel', 'node:fs'],
  ['panel', 'zustand'],
  ['panel', '../page/tap.ts'],
  ['panel', '../relay/ring.ts'],
  ['panel', '../cli/browser/launch.ts'],
  ['cli', '../panel/store/state.ts'],
  ['cli', '../page/tap.ts'],
];

const ALLOWED: readonly (readonly [folder: string, imported: string])[] = [
  ['core/trace', '../capture/event.ts'],
  ['core/mapping', '../json/read.ts'],
  ['page', '../core/capture/event.ts'],
  ['page', '../core/dialects/observed.ts'],
  ['page', './tap.ts'],
  ['relay', '../core/capture/link.ts'],
  ['panel', '../core/checks/judge.ts'],
  ['panel', 'zustand/vanilla'],
  ['panel/trace', '../store/state.ts'],
  ['cli', '../core/mapping/parse.ts'],
  ['cli', 'node:fs'],
];

const CORE_MAY_NOT_NAME = ['window', 'document', 'chrome', 'process', 'fetch', 'setTimeout', 'Buffer'];

/** A folder with the project's lint rules and one small file for each sample. */
let folder: string;
let refused: ReadonlySet<string>;

const fileOf = (source: string, name: string): string => `src/${source}/${name.replace(/\W+/g, '_')}.ts`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'walls-'));
  copyFileSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [source, imported] of [...FORBIDDEN, ...ALLOWED])
    write(fileOf(source, imported), `import { thing } from '${imported}';\nexport const used = thing;\n`);
  for (const name of CORE_MAY_NOT_NAME)
    write(fileOf('core/checks', name), `export const used: unknown = ${name};\n`);
  refused = lint();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** @returns the files that the rules refuse, as paths from the project's folder */
function lint(): ReadonlySet<string> {
  const rules = ['style/noRestrictedImports', 'style/noRestrictedGlobals'].map((rule) => `--only=${rule}`);
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', ...rules, '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
  return new Set(
    [...stdout.matchAll(/^::error .*?file=(.+?),line=/gm)].map((match) =>
      relative(realpathSync(folder), match[1] ?? '').replaceAll('\\', '/'),
    ),
  );
}

describe('the walls between the folders', () => {
  test.each(FORBIDDEN)('%s may not import %s', (source, imported) => {
    expect(refused).toContain(fileOf(source, imported));
  });

  test.each(ALLOWED)('%s may import %s', (source, imported) => {
    expect(refused).not.toContain(fileOf(source, imported));
  });

  test.each(CORE_MAY_NOT_NAME)('core may not name the global %s', (name) => {
    expect(refused).toContain(fileOf('core/checks', name));
  });
});

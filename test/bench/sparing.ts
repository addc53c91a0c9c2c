import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from '../../src/cli/temporary-folder.ts';

/** What an address that is spared has in its query. */
export const SPARED = 'spared';

const GLOBS = [`*?${SPARED}`];
const EMPTY = 'empty.js';

/**
 * Copies the extension, so that it leaves pages whose address ends in `?spared` alone: a page with it and one without it
 * can then be compared within one process.
 *
 * @param extension the folder of the built extension
 * @param instead what those pages get: nothing at all, or as many content scripts, into the same worlds, that do nothing
 */
export function copySparing(extension: string, instead: 'nothing' | 'empty scripts'): TemporaryFolder {
  const copy = createTemporaryFolder('sparing');
  cpSync(extension, copy.path, { recursive: true });
  const file = join(copy.path, 'manifest.json');
  const manifest: { content_scripts: object[] } = JSON.parse(readFileSync(file, 'utf8'));
  const scripts = manifest.content_scripts;
  manifest.content_scripts = [
    ...scripts.map((script) => ({ ...script, exclude_globs: GLOBS })),
    ...(instead === 'nothing'
      ? []
      : scripts.map((script) => ({ ...script, js: [EMPTY], include_globs: GLOBS }))),
  ];
  writeFileSync(join(copy.path, EMPTY), '');
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

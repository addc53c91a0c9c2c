import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryFolder, type TemporaryFolder } from '../../src/cli/temporary-folder.ts';

/** What an address that is spared has in its query. */
export const SPARED = 'spared';

const GLOBS = [`*?${SPARED}`];

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
  const path = join(copy.path, 'manifest.json');
  const manifest: { content_scripts: object[] } = JSON.parse(readFileSync(path, 'utf8'));
  const scripts = manifest.content_scripts;
  // A file of its own for each: Chromium runs a file once in a document, whatever the world.
  const empty =
    instead === 'nothing' ? [] : scripts.map((script, at) => ({ script, file: `empty-${at}.js` }));
  for (const { file } of empty) writeFileSync(join(copy.path, file), 'void 0;');
  manifest.content_scripts = [
    ...scripts.map((script) => ({ ...script, exclude_globs: GLOBS })),
    ...empty.map(({ script, file }) => ({ ...script, js: [file], include_globs: GLOBS })),
  ];
  writeFileSync(path, JSON.stringify(manifest));
  return copy;
}

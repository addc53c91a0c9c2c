import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

const KB = 1024;

/**
 * What the parts of the extension weigh after gzip. The limits are of scripts. That of the panel is of what a browser runs
 * to open it: its script and all that it imports. Its styles, and what is loaded when it is asked for, are told beside.
 * @param folder the built extension
 */
export function measureSizes(folder: string): readonly Row[] {
  const assets = join(folder, 'assets');
  const opening = closureOf(join(folder, 'src/panel/panel.html'), folder);
  const later = readdirSync(assets)
    .map((name) => join(assets, name))
    .filter((file) => !opening.includes(file));
  return [
    size('page script', [join(folder, 'src/page/page.iife.js')], 6 * KB),
    size('relay', [join(folder, 'src/relay/relay.iife.js')], 6 * KB),
    size(
      'panel, scripts to open it',
      opening.filter((file) => file.endsWith('.js')),
      60 * KB,
    ),
    size(
      'panel, document and styles',
      opening.filter((file) => !file.endsWith('.js')),
      null,
    ),
    size('panel, parts loaded when asked for', later, null),
  ];
}

/** What a document loads by itself, and what a script imports by itself, as they are built. */
const LOADED = /(?:src|href)="\/([^"]+)"|(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g;

/** A file and everything that is loaded with it. */
function closureOf(file: string, folder: string, seen: readonly string[] = []): readonly string[] {
  if (seen.includes(file)) return seen;
  const loaded = [...readFileSync(file, 'utf8').matchAll(LOADED)].flatMap(([, absolute, relative]) => {
    if (absolute !== undefined) return [join(folder, absolute)];
    return relative === undefined ? [] : [join(dirname(file), relative)];
  });
  return loaded.reduce<readonly string[]>((known, next) => closureOf(next, folder, known), [...seen, file]);
}

function size(name: string, files: readonly string[], limit: number | null): Row {
  const value = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  return { name, value, unit: 'bytes', limit };
}

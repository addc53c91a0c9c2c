import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './row.ts';

const KB = 1024;

/**
 * What the parts of the extension weigh after gzip.
 * @param folder the built extension
 */
export function measureSizes(folder: string): readonly Row[] {
  const assets = join(folder, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  return [
    size('page script', [join(folder, 'src/page/page.iife.js')], 6),
    size('relay', [join(folder, 'src/relay/relay.iife.js')], 6),
    // With the few bytes of the devtools page, which shares its chunks.
    size(
      'panel',
      scripts.map((name) => join(assets, name)),
      60,
    ),
  ];
}

function size(name: string, files: readonly string[], kilobytes: number): Row {
  const value = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  return { name, value, unit: 'bytes', limit: kilobytes * KB };
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './browser/until.ts';

/** The folder that a browser saves into. */
export interface Downloads {
  readonly folder: string;
  /** Does what makes the browser save one file, and gives that file's text once it is whole. */
  take(save: () => Promise<void>): Promise<string>;
  remove(): void;
}

/** Makes a folder of its own for a browser to save into. */
export function createDownloads(): Downloads {
  const folder = mkdtempSync(join(tmpdir(), 'cxone-payload-downloads-'));
  return {
    folder,
    async take(save) {
      const before = new Set(readdirSync(folder));
      // While it is written, a file has another name.
      const finished = (): string | undefined =>
        readdirSync(folder).find((name) => !before.has(name) && !/\.crdownload$|^\.|\.tmp$/.test(name));
      await save();
      await until('the saved file', () => Promise.resolve(finished() !== undefined));
      const path = join(folder, finished() ?? '');
      const text = await readFile(path, 'utf8');
      rmSync(path);
      return text;
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

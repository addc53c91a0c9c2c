import { readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from './browser/until.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** The folder that a browser saves into. */
export interface Downloads {
  readonly folder: string;
  /** Does what makes the browser save one file, and gives that file's text once it is whole. */
  readonly take: (save: () => Promise<void>) => Promise<string>;
  readonly remove: () => void;
}

/** Makes a folder of its own for a browser to save into. */
export function createDownloads(): Downloads {
  const { path: folder, remove } = createTemporaryFolder('downloads');
  return {
    folder,
    remove,
    take: async (save) => {
      await save();
      await until('the saved file', () => Promise.resolve(finished(folder).length > 0));
      const [name = ''] = finished(folder);
      const path = join(folder, name);
      const text = await readFile(path, 'utf8');
      rmSync(path);
      return text;
    },
  };
}

/** While it is written, a file has another name. */
const finished = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => !/^\.|\.(?:crdownload|tmp)$/.test(name));

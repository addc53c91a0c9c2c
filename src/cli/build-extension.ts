import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the extension is built from. */
const SOURCES = ['manifest.json', 'vite.config.ts', 'package-lock.json', 'public', 'src'];

/** Not part of the extension. */
const ELSEWHERE = new Set([join(ROOT, 'src', 'cli')]);

/** Where each build goes, and the mode of Vite that makes it. */
const TARGETS = {
  chromium: { folder: 'dist', mode: 'production' },
  firefox: { folder: 'dist-firefox', mode: 'firefox' },
} as const;

/**
 * Builds the extension, unless what was built last is newer than everything it is made of.
 *
 * @returns the folder of the unpacked extension
 * @throws what the build wrote, when it fails
 */
export async function buildExtension(target: keyof typeof TARGETS = 'chromium'): Promise<string> {
  const { mode } = TARGETS[target];
  const folder = join(ROOT, TARGETS[target].folder);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))));
  if (!existsSync(manifest) || statSync(manifest).mtimeMs < newest) {
    // In a process of its own: the build talks on stdout, which belongs to the command.
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--mode', mode], {
      cwd: ROOT,
      env: buildEnvironment(process.env),
    });
  }
  return folder;
}

/**
 * The environment of a build. Vite takes over the `NODE_ENV` of whoever asks, and a test runner's own would give a
 * panel that is larger and slower than the one that is shipped.
 * @see https://vite.dev/guide/env-and-mode#node-env-and-modes
 */
export const buildEnvironment = (own: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...own,
  NODE_ENV: 'production',
});

/** @returns when the newest file at or under this path was written; a removed file shows in its folder's own time */
function newestIn(path: string): number {
  if (ELSEWHERE.has(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

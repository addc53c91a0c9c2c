import { spawnSync } from 'node:child_process';

/**
 * Runs npm, the very one that runs this process when there is such a one, on every platform.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} options
 * @returns {number} npm's exit code; 1 when it could not be run
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  const result = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : // On Windows npm is a script, which only a shell can run.
      spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

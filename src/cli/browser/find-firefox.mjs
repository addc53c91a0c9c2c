import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { thisMachine } from './find-browser.mjs';

/**
 * Plain JavaScript and free of dependencies, since the set-up step asks it before anything is installed.
 *
 * @import { Machine } from './find-browser.mjs'
 */

/**
 * The Firefox to test with: what `FIREFOX_PATH` names and nothing else when it is set; otherwise the first that stands
 * where they usually are.
 *
 * @param {Machine} [machine]
 * @returns {string | null} its program file; `null` when there is none
 */
export function findFirefox(machine = thisMachine()) {
  const given = machine.env.FIREFOX_PATH;
  const candidates = given ? [given] : usualPlaces(machine);
  return candidates.find((path) => isFile(path) && !leadsToSnap(path)) ?? null;
}

/**
 * One sentence that says why there is no Firefox, and what to do.
 *
 * @param {Machine} [machine]
 */
export function missingFirefox({ env, platform } = thisMachine()) {
  const given = env.FIREFOX_PATH;
  if (given && !isFile(given)) return `FIREFOX_PATH is ${given}, but there is no such file.`;
  if (given) return `FIREFOX_PATH is ${given}, which is a snap, and those see no temporary files.`;
  const snap = platform === 'linux' ? ' outside of snap' : '';
  return `No Firefox was found${snap}: install one from https://www.mozilla.org/firefox/, or set FIREFOX_PATH to its program file.`;
}

/**
 * @param {Machine} machine
 * @returns {string[]} in order of preference
 */
function usualPlaces({ env, platform, home }) {
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .map((root) => join(root, 'Mozilla Firefox', 'firefox.exe'));
  }
  if (platform === 'darwin') {
    return ['/Applications', join(home, 'Applications')].map((folder) =>
      join(folder, 'Firefox.app', 'Contents', 'MacOS', 'firefox'),
    );
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin'].filter(Boolean);
  const programs = ['firefox-esr', 'firefox'].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...programs, '/opt/firefox/firefox'];
}

/** @type {(path: string) => boolean} */
const isFile = (path) => existsSync(path) && statSync(path).isFile();

/** More than any script that only starts another program. */
const SCRIPT_BYTES = 10_000;

/**
 * A snap has a folder for temporary files of its own: it would neither find the profile that it is given, nor the
 * extension. Ubuntu's `/usr/bin/firefox` is a script that starts one.
 *
 * @param {string} path
 */
function leadsToSnap(path) {
  if (path.startsWith('/snap/')) return true;
  return statSync(path).size < SCRIPT_BYTES && readFileSync(path, 'utf8').includes('/snap/bin/');
}

import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Plain JavaScript and free of dependencies, since the set-up step asks it before anything is installed.
 *
 * @typedef {'given' | 'chrome-for-testing' | 'chromium' | 'chrome' | 'edge'} BrowserKind
 * @typedef {{ readonly path: string, readonly kind: BrowserKind }} FoundBrowser
 * @typedef {{ readonly env: NodeJS.ProcessEnv, readonly platform: NodeJS.Platform, readonly home: string }} Machine
 */

/** @type {() => Machine} */
export const thisMachine = () => ({ env: process.env, platform: process.platform, home: homedir() });

/**
 * The browser to drive: what `CHROME_PATH` names and nothing else when it is set; otherwise the first of Chrome for
 * Testing, Chromium, Chrome and Edge in the places where they usually are.
 *
 * @param {Machine} [machine]
 * @returns {FoundBrowser | null} `null` when there is none
 */
export function findBrowser(machine = thisMachine()) {
  const given = machine.env.CHROME_PATH;
  const candidates = given ? [found('given', given)] : usualPlaces(machine);
  return candidates.find(({ path }) => existsSync(path)) ?? null;
}

/**
 * One sentence that says why there is no browser, and what to do.
 *
 * @param {Machine} [machine]
 */
export function missingBrowser({ env, platform } = thisMachine()) {
  if (env.CHROME_PATH) return `CHROME_PATH is ${env.CHROME_PATH}, but there is no such file.`;
  const how = platform === 'linux' ? 'your package manager' : 'https://www.google.com/chrome/';
  return `No Chrome for Testing, Chromium, Chrome or Edge was found: install one from ${how}, or set CHROME_PATH to its program file.`;
}

/**
 * @param {Machine} machine
 * @returns {FoundBrowser[]} in order of preference
 */
function usualPlaces(machine) {
  if (machine.platform === 'win32') return windowsPlaces(machine);
  if (machine.platform === 'darwin') return macPlaces(machine);
  return linuxPlaces(machine);
}

/**
 * @param {Machine} machine
 * @returns {FoundBrowser[]}
 */
function linuxPlaces({ env, home }) {
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/local/bin', '/usr/bin', '/snap/bin'];
  /** @type {(kind: BrowserKind, ...names: string[]) => FoundBrowser[]} */
  const program = (kind, ...names) =>
    names.flatMap((name) => folders.filter(Boolean).map((folder) => found(kind, join(folder, name))));
  return [
    ...downloaded(home, ['chrome-linux64', 'chrome']),
    ...program('chromium', 'chromium', 'chromium-browser'),
    ...program('chrome', 'google-chrome', 'google-chrome-stable'),
    found('chrome', '/opt/google/chrome/chrome'),
    ...program('edge', 'microsoft-edge', 'microsoft-edge-stable'),
  ];
}

/**
 * @param {Machine} machine
 * @returns {FoundBrowser[]}
 */
function macPlaces({ home }) {
  /** @type {(kind: BrowserKind, name: string) => FoundBrowser[]} */
  const app = (kind, name) =>
    ['/Applications', join(home, 'Applications')].map((folder) => found(kind, join(folder, inApp(name))));
  return [
    ...downloaded(home, ['chrome-mac-arm64', inApp('Google Chrome for Testing')]),
    ...downloaded(home, ['chrome-mac-x64', inApp('Google Chrome for Testing')]),
    ...app('chrome-for-testing', 'Google Chrome for Testing'),
    ...app('chromium', 'Chromium'),
    ...app('chrome', 'Google Chrome'),
    ...app('edge', 'Microsoft Edge'),
  ];
}

/**
 * @param {Machine} machine
 * @returns {FoundBrowser[]}
 */
function windowsPlaces({ env, home }) {
  /** @type {(kind: BrowserKind, ...path: string[]) => FoundBrowser[]} */
  const program = (kind, ...path) =>
    [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter((root) => root !== undefined)
      .map((root) => found(kind, join(root, ...path)));
  return [
    ...downloaded(home, ['chrome-win64', 'chrome.exe']),
    ...program('chromium', 'Chromium', 'Application', 'chrome.exe'),
    ...program('chrome', 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ...program('edge', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ];
}

/**
 * Chrome for Testing where `@puppeteer/browsers install chrome` puts it, newest first.
 *
 * @param {string} home
 * @param {readonly string[]} program
 * @returns {FoundBrowser[]}
 */
function downloaded(home, program) {
  const cache = join(home, '.cache', 'puppeteer', 'chrome');
  if (!existsSync(cache)) return [];
  return readdirSync(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((version) => found('chrome-for-testing', join(cache, version, ...program)));
}

/** @type {(name: string) => string} */
const inApp = (name) => join(`${name}.app`, 'Contents', 'MacOS', name);

/** @type {(kind: BrowserKind, path: string) => FoundBrowser} */
const found = (kind, path) => ({ path, kind });

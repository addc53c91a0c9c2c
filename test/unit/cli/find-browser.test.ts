import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, missingBrowser } from '../../../src/cli/browser/find-browser.mjs';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});

afterEach(() => rmSync(home, { recursive: true }));

/** Puts a program under the home folder. */
function install(...path: string[]): string {
  const file = join(home, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

describe('CHROME_PATH', () => {
  test('is taken before anything else', () => {
    install('bin', 'chromium');
    const path = install('mine', 'chrome');
    const env = { CHROME_PATH: path, PATH: join(home, 'bin') };
    expect(findBrowser({ env, platform: 'linux', home })).toEqual({ path, kind: 'given' });
  });

  test('that names no file is an error, not a reason to look elsewhere', () => {
    install('bin', 'chromium');
    const env = { CHROME_PATH: '/no/such/browser', PATH: join(home, 'bin') };
    expect(findBrowser({ env, platform: 'linux', home })).toBeNull();
    expect(missingBrowser({ env, platform: 'linux', home })).toBe(
      'CHROME_PATH is /no/such/browser, but there is no such file.',
    );
  });
});

describe('without CHROME_PATH', () => {
  test('Linux: Chromium before Chrome, by the search path', () => {
    install('bin', 'google-chrome');
    const path = install('bin', 'chromium');
    const env = { PATH: join(home, 'bin') };
    expect(findBrowser({ env, platform: 'linux', home })).toEqual({ path, kind: 'chromium' });
  });

  test('Linux: Chrome for Testing first, and its newest version', () => {
    install('.cache/puppeteer/chrome/linux-99.0.1/chrome-linux64/chrome');
    const path = install('.cache/puppeteer/chrome/linux-142.0.2/chrome-linux64/chrome');
    install('bin', 'chromium');
    expect(findBrowser({ env: { PATH: join(home, 'bin') }, platform: 'linux', home })).toEqual({
      path,
      kind: 'chrome-for-testing',
    });
  });

  test('macOS: an application in the home folder', () => {
    const path = install('Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(findBrowser({ env: {}, platform: 'darwin', home })).toEqual({ path, kind: 'chrome' });
  });

  test('Windows: Chrome before Edge, under the folders that the environment names', () => {
    install('pf', 'Microsoft', 'Edge', 'Application', 'msedge.exe');
    const path = install('local', 'Google', 'Chrome', 'Application', 'chrome.exe');
    const env = { PROGRAMFILES: join(home, 'pf'), LOCALAPPDATA: join(home, 'local') };
    expect(findBrowser({ env, platform: 'win32', home })).toEqual({ path, kind: 'chrome' });
  });

  test('none at all: one sentence says what to do', () => {
    const machine = { env: {}, platform: 'win32', home } as const;
    expect(findBrowser(machine)).toBeNull();
    expect(missingBrowser(machine)).toMatch(/^No .* was found: install one .* or set CHROME_PATH .*\.$/);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFirefox, missingFirefox } from '../../../src/cli/browser/find-firefox.mjs';

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});

afterEach(() => rmSync(home, { recursive: true }));

/** Puts a program under the home folder. */
function install(path: string, content = ''): string {
  const file = join(home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('FIREFOX_PATH', () => {
  test('is taken before anything else', () => {
    install('bin/firefox');
    const path = install('mine/firefox');
    const env = { FIREFOX_PATH: path, PATH: join(home, 'bin') };
    expect(findFirefox({ env, platform: 'linux', home })).toBe(path);
  });

  test('that names no file is an error, not a reason to look elsewhere', () => {
    install('bin/firefox');
    const machine = {
      env: { FIREFOX_PATH: home, PATH: join(home, 'bin') },
      platform: 'linux',
      home,
    } as const;
    expect(findFirefox(machine)).toBeNull();
    expect(missingFirefox(machine)).toBe(`FIREFOX_PATH is ${home}, but there is no such file.`);
  });
});

describe('without FIREFOX_PATH', () => {
  test('Linux: the ESR first, by the search path', () => {
    install('bin/firefox');
    const path = install('bin/firefox-esr');
    expect(findFirefox({ env: { PATH: join(home, 'bin') }, platform: 'linux', home })).toBe(path);
  });

  test('Linux: a script that starts the snap is passed over, since a snap sees no temporary profile', () => {
    install('first/firefox-esr', '#!/bin/sh\nexec /snap/bin/firefox "$@"\n');
    const path = install('second/firefox-esr');
    const env = { PATH: [join(home, 'first'), join(home, 'second')].join(delimiter) };
    expect(findFirefox({ env, platform: 'linux', home })).toBe(path);
  });

  test('macOS: an application in the home folder', () => {
    const path = install('Applications/Firefox.app/Contents/MacOS/firefox');
    expect(findFirefox({ env: {}, platform: 'darwin', home })).toBe(path);
  });

  test('Windows: under the folders that the environment names', () => {
    const path = install('local/Mozilla Firefox/firefox.exe');
    expect(findFirefox({ env: { LOCALAPPDATA: join(home, 'local') }, platform: 'win32', home })).toBe(path);
  });

  test('none at all: one sentence says what to do', () => {
    const machine = { env: {}, platform: 'win32', home } as const;
    expect(findFirefox(machine)).toBeNull();
    expect(missingFirefox(machine)).toMatch(/^No Firefox .*: install one .* or set FIREFOX_PATH .*\.$/);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_MAPPING, scenarioUrl } from '../../src/cli/demo.ts';
import { type Site, startSite } from '../site/server.ts';

const SETUP = fileURLToPath(new URL('../../src/cli/setup.mjs', import.meta.url));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs what `npm start -- …` runs. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [SETUP, 'src/cli/start.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: folder, ...env },
  });
  const ended = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { status: child.exitCode, stdout, stderr };
}

describe.concurrent('a headless scenario', () => {
  test('prints the trace and writes the files that were asked for', async ({ expect }) => {
    const { status, stdout } = await start(
      ['--headless', '--scenario', 'thread-customer-id'].concat([
        '--json',
        'r.json',
        '--capture',
        'c.capture.json',
        '--screenshot',
        's.png',
      ]),
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^custom\.crm_customer_id +fail /m);
    expect(stdout).toMatch(/^error +identity\/transient-only +custom\.crm_customer_id$/m);

    const report: unknown = JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'));
    expect(report).toMatchObject({ scenario: 'thread-customer-id', conversations: [{ verdict: 'fail' }] });
    const capture: unknown = JSON.parse(readFileSync(join(folder, 'c.capture.json'), 'utf8'));
    expect(capture).toHaveProperty('events');
    expect(readFileSync(join(folder, 's.png')).subarray(1, 4).toString()).toBe('PNG');
  });
});

// At the same time as the one before: both are mostly waiting.
describe.concurrent('a page of one’s own', () => {
  let site: Site;

  beforeAll(async () => {
    site = await startSite();
  });

  afterAll(() => site?.close());

  test('is watched for as long as was said, and judged by one’s own mapping', async ({ expect }) => {
    const url = scenarioUrl(site.url, 'wrong-namespace');
    const args = [
      '--headless',
      '--url',
      url,
      '--mapping',
      DEMO_MAPPING,
      '--seconds',
      '3',
      '--json',
      'page.json',
    ];
    const { status, stdout } = await start(args);
    expect(status).toBe(0);
    expect(stdout).toContain('place/wrong-namespace');
    const report: unknown = JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8'));
    expect(report).toMatchObject({ url, conversations: [{ verdict: 'fail' }] });
    expect(report).not.toHaveProperty('scenario');
  });
});

describe('what cannot start says so in one sentence, with exit code 2', () => {
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const headless = (...args: string[]) => start(['--headless', ...args]);

  test('an unknown scenario, with the names of those that there are', async () => {
    expect(await headless('--scenario', 'nope')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is no scenario "nope" \(such as [^\n]*\): [^\n]*all[^\n]*\.\n$/),
    });
  });

  test('a browser that is not there', async () => {
    expect(
      await start(['--headless', '--scenario', 'late-put'], { CHROME_PATH: '/no/such/browser' }),
    ).toEqual({
      status: 2,
      stdout: '',
      stderr: 'CHROME_PATH is /no/such/browser, but there is no such file.\n',
    });
  });

  test('a browser that does not start', async () => {
    const { status, stderr } = await start(['--headless'], { CHROME_PATH: process.execPath });
    expect(status).toBe(2);
    expect(stderr).toMatch(/did not start \([^\n]+\): set CHROME_PATH to another Chrome or Chromium\.\n$/);
  });

  test.each([
    [
      'that is not there',
      '/no/such.mapping.json',
      /^The mapping file \/no\/such\.mapping\.json cannot be read\.\n$/,
    ],
    ['that is not JSON', () => file('text.json', 'key = value'), /text\.json:1:1: [^\n]+\n$/],
    [
      'of an unknown version',
      () =>
        file(
          'v9.json',
          '{ "version": 9, "name": "x", "dialect": "cxone-web-messaging", "unmapped": "fail", "attributes": [] }',
        ),
      /v9\.json:1:\d+: version: [^\n]+\n$/,
    ],
  ])('a mapping file %s', async (_, mapping, sentence) => {
    const path = typeof mapping === 'string' ? mapping : mapping();
    const { status, stdout, stderr } = await headless('--scenario', 'late-put', '--mapping', path);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });

  test('a page that cannot be reached', async () => {
    const { status, stderr } = await headless('--url', 'http://127.0.0.1:9/', '--seconds', '1');
    expect(status).toBe(2);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9\/ could not be opened \([^\n]+\)\.\n$/);
  });

  test('a file that cannot be written', async () => {
    const { status, stderr } = await headless('--scenario', 'late-put', '--json', '/no/such/folder/r.json');
    expect({ status, stderr }).toEqual({ status: 2, stderr: '/no/such/folder/r.json cannot be written.\n' });
  });
});

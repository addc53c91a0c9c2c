import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { BEACON } from './behaviours/beacon.ts';
import { FETCH } from './behaviours/fetch.ts';
import { GLOBALS } from './behaviours/globals.ts';
import { SDK_CLASS } from './behaviours/sdk-class.ts';
import { SDK_OBJECT } from './behaviours/sdk-object.ts';
import { SOCKET_CLASS } from './behaviours/socket-class.ts';
import { SOCKET_EVENTS } from './behaviours/socket-events.ts';
import { WORKER } from './behaviours/worker.ts';
import { XHR } from './behaviours/xhr.ts';
import type { Behaviour } from './support/behaviour.ts';
import { type PlatformSite, startPlatformSite } from './support/platform-site.ts';

let site: PlatformSite;
let without: LaunchedBrowser;
let within: LaunchedBrowser;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  without = await launch({ extension: null });
  within = await launch({ extension });
});

afterAll(async () => {
  await without?.close();
  await within?.close();
  await site?.close();
});

async function observe({ page }: LaunchedBrowser, { run }: Behaviour): Promise<unknown> {
  await page.goto(site.env.origin);
  return page.evaluate(run, site.env);
}

test('the two pages differ in the extension', async () => {
  const { run } = { run: () => Object.getOwnPropertyNames(window).includes('cxoneChat') };
  expect(await observe(without, { name: '', run })).toBe(false);
  expect(await observe(within, { name: '', run })).toBe(true);
});

describe.each([
  ['WebSocket, the class', SOCKET_CLASS],
  ['WebSocket, its life', SOCKET_EVENTS],
  ['fetch', FETCH],
  ['XMLHttpRequest', XHR],
  ['sendBeacon', BEACON],
  ['Worker', WORKER],
  ['the name of an SDK', GLOBALS],
  ['an SDK object', SDK_OBJECT],
  ['an SDK class', SDK_CLASS],
])('the page finds the same: %s', (_subject, behaviours) => {
  test.each(behaviours)('$name', async (behaviour) => {
    const expected = await observe(without, behaviour);
    expect(expected).toBeDefined();
    expect(await observe(within, behaviour)).toEqual(expected);
  });
});

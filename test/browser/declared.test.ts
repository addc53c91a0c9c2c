import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { observeDeclared } from '../../src/cli/browser/observe-declared.ts';
import { until } from '../../src/cli/browser/until.ts';
import { importMapping } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

const BUILT_IN = ['localStorage', 'JSON', 'addEventListener'];

const MAPPING = {
  version: 1,
  name: 'ACME',
  dialect: 'acme-gateway',
  declaration: {
    namespaces: ['crm'],
    globals: ['acmeChat', ...BUILT_IN].map((name) => ({ name, starts: ['open'] })),
    urls: { create: ['*/acme/echo'], readBack: ['*/acme/*/echo'] },
    paths: { call: ['{namespace}.{key}'] },
  },
  attributes: [],
};

/** A browser with DevTools open, and a second listener beside its panel. */
type Watched = Inspection & { readonly receiver: Receiver };

const folder = createTemporaryFolder('declared');
const file = join(folder.path, 'acme.mapping.json');
const sites: PlatformSite[] = [];
const watches: Watched[] = [];
let watched: Watched;
/** A site whose mapping declares a dialect, and one without a mapping. */
let declared: string;
let bare: string;

const startOrigin = async (): Promise<string> => {
  const site = await startPlatformSite();
  sites.push(site);
  return site.env.origin;
};

async function startWatching(): Promise<Watched> {
  const inspection = await openInspection({ extension: await buildExtension() });
  const started = { ...inspection, receiver: await openReceiver(inspection.page.browser()) };
  watches.push(started);
  return started;
}

beforeAll(async () => {
  writeFileSync(file, JSON.stringify(MAPPING));
  declared = await startOrigin();
  bare = await startOrigin();
  watched = await startWatching();
  await watched.page.goto(declared);
  await observeDeclared(watched, file);
});

afterAll(async () => {
  await Promise.all(watches.map(({ close }) => close()));
  await Promise.all(sites.map((site) => site.close()));
  folder.remove();
});

/** Waits until the global is observed: what stands in its place is an accessor. */
const untilObserved = (frame: Page | Frame): Promise<void> =>
  until('the global to be observed', () =>
    frame.evaluate(() => Object.getOwnPropertyDescriptor(window, 'acmeChat')?.get !== undefined),
  );

/** Runs in the page, which has a wrapper of its own from then on. */
const define = (): void => void Reflect.set(window, 'acmeChat', { open: (given: string) => given });

/** Runs in the page. */
const call = (given: string): unknown => Reflect.get(window, 'acmeChat').open(given);

/** What was seen of the page until now, calls and requests, each in a line. */
async function seen({ page, receiver }: Watched = watched): Promise<readonly string[]> {
  await receiver.open();
  // A worker is told of after everything that came before it.
  await page.evaluate(() => void new Worker('data:,end'));
  const events = await receiver.until('the end of the script', (all) =>
    all.some((event) => event.kind === 'notice' && event.detail === 'data:,end'),
  );
  // What was on its way to the panel comes once more to who asks for all of it.
  const once = new Map(events.map((event) => [event.seq, event]));
  return [...once.values()].toSorted((a, b) => a.seq - b.seq).flatMap(describeEvent);
}

function describeEvent(event: CapturedEvent): readonly string[] {
  if (event.kind === 'call') return [`${event.api}.${event.method}(${event.args.map(String).join(', ')})`];
  if (event.kind === 'request') return [`${event.method} ${new URL(event.url).pathname}`];
  return [];
}

describe('on a site whose mapping declares a global', () => {
  test('calls are seen of one that is there before it is observed', async () => {
    const { page } = watched;
    const { identifier } = await page.evaluateOnNewDocument(() => {
      Reflect.set(window, 'observedBefore', Object.hasOwn(window, 'acmeChat'));
      Reflect.set(window, 'acmeChat', { open: (given: string) => given });
    });
    await page.goto(declared);
    await page.removeScriptToEvaluateOnNewDocument(identifier);
    await untilObserved(page);
    expect(await page.evaluate(() => Reflect.get(window, 'observedBefore'))).toBe(false);
    expect(await page.evaluate(call, 'there')).toBe('there');
    expect(await seen()).toEqual(['acmeChat.open(there)']);
  });

  test('calls are seen of one that is defined later', async () => {
    const { page } = watched;
    await page.goto(declared);
    await untilObserved(page);
    await page.evaluate(define);
    await page.evaluate(call, 'later');
    expect(await seen()).toEqual(['acmeChat.open(later)']);
  });

  test.each([
    ['its own', () => declared],
    ['another', () => declared.replace('localhost', '127.0.0.1')],
  ])('calls are seen in a frame of %s origin', async (_name, origin) => {
    const { page } = watched;
    await page.goto(declared);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, `${origin()}/frame`);
    const frame = await page.waitForFrame((one) => one.url().endsWith('/frame'));
    await untilObserved(frame);
    await frame.evaluate(define);
    await frame.evaluate(call, 'framed');
    await watched.receiver.open();
    await watched.receiver.until('the call in the frame', (events) =>
      events.flatMap(describeEvent).includes('acmeChat.open(framed)'),
    );
  });

  test('names of the browser’s own are left alone', async () => {
    const { page } = watched;
    const kinds = (names: readonly string[]) =>
      names.map((name) => Object.keys(Object.getOwnPropertyDescriptor(window, name) ?? {}));
    await page.goto(bare);
    const untouched = await page.evaluate(kinds, BUILT_IN);
    await page.goto(declared);
    await untilObserved(page);
    expect(await page.evaluate(kinds, BUILT_IN)).toEqual(untouched);
    await page.evaluate(() => {
      localStorage.setItem('a', JSON.stringify({ b: 1 }));
      addEventListener('message', () => undefined);
    });
    expect(await seen()).toEqual([]);
  });

  test('requests to declared addresses are seen beside those of the built-in dialects, and no others', async () => {
    const { page } = watched;
    await page.goto(declared);
    await untilObserved(page);
    await page.evaluate(async () => {
      const { host } = location;
      for (const path of ['/acme/echo', '/acme/7/echo', '/acme/7/8/echo', '/acme-2/echo', '/other/echo'])
        await fetch(`http://${host}${path}?q=/acme/echo`);
      const xhr = new XMLHttpRequest();
      xhr.open('PUT', '/acme/xhr/echo', false);
      xhr.send();
      navigator.sendBeacon('/acme/beacon/echo', 'x');
      await fetch('/api/v2/conversations/webchat/echo', { method: 'POST' });
    });
    expect(await seen()).toEqual([
      'GET /acme/echo',
      'GET /acme/7/echo',
      'PUT /acme/xhr/echo',
      'POST /acme/beacon/echo',
      'POST /api/v2/conversations/webchat/echo',
    ]);
  });
});

test('a page of a site without a mapping is not observed, and finds nothing', async () => {
  const { page } = watched;
  await page.goto(bare);
  await page.evaluate(define);
  await page.evaluate(call, 'unseen');
  await page.evaluate(() => fetch('/acme/echo').then(() => undefined));
  expect(await seen()).toEqual([]);
  const found = await page.evaluate(() =>
    Object.keys(Object.getOwnPropertyDescriptor(window, 'acmeChat') ?? {}),
  );
  expect(found).toContain('value');
});

test('a mapping that is imported while the page is open makes later calls and requests seen', async () => {
  const fresh = await startWatching();
  const { page, panel } = fresh;
  await page.goto(bare);
  await page.evaluate(define);
  await page.evaluate(call, 'before');
  await importMapping(panel, file);
  await untilObserved(page);
  await page.evaluate(call, 'after');
  await page.evaluate(() => fetch('/acme/echo').then(() => undefined));
  expect(await seen(fresh)).toEqual(['acmeChat.open(after)', 'GET /acme/echo']);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedBrowser, launch } from '../../src/cli/browser/launch.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../src/core/capture/event.ts';
import { type FrameSite, KINDS, PAGES, startFrameSite } from './support/frame-site.ts';
import { openReceiver, type Receiver } from './support/receiver.ts';

let site: FrameSite;
let launched: LaunchedBrowser;
let receiver: Receiver;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startFrameSite();
  launched = await launch({ extension });
  receiver = await openReceiver(launched.browser);
});

afterAll(async () => {
  await launched?.close();
  await site?.close();
});

/** The texts that were seen leaving. */
const sentTexts = (events: readonly CapturedEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.kind === 'frame' && event.direction === 'out' && event.body.type === 'text'
      ? [event.body.text]
      : [],
  );

test('it is in place before the first inline script, in 20 loads of 20', async () => {
  for (let load = 0; load < 20; load++) {
    await launched.page.goto(`${site.url}/child?name=load-${load}`);
  }
  const names = Array.from({ length: 20 }, (_, load) => `load-${load}`);
  const events = await receiver.until('the sockets of 20 loads', (seen) =>
    names.every((name) => seen.some((event) => event.kind === 'socket' && event.url.endsWith(`?${name}`))),
  );
  for (const name of names) {
    const phases = events.flatMap((event) =>
      event.kind === 'socket' && event.url.endsWith(`?${name}`) ? [event.phase] : [],
    );
    expect(phases[0]).toBe('connecting');
  }
});

describe('it is in place in every kind of frame', () => {
  beforeAll(async () => {
    await launched.page.goto(`${site.url}/frames`);
  });

  test.each(KINDS)('%s', async (kind) => {
    await receiver.until(`the frame of ${kind}`, (seen) => sentTexts(seen).includes(kind));
  });

  test.each(Object.entries(PAGES))('%s', async (path, name) => {
    await launched.page.goto(`${site.url}${path}`);
    await receiver.until(`the frame of ${name}`, (seen) => sentTexts(seen).includes(name));
  });

  test('and each frame is seen once', async () => {
    const seen = sentTexts(await receiver.events()).toSorted();
    expect(seen).toEqual(site.arrived.toSorted());
  });
});

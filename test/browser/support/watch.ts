import { type LaunchedBrowser, launch } from '../../../src/cli/browser/launch.ts';
import { buildExtension } from '../../../src/cli/build-extension.ts';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Env } from '../../compliance/support/behaviour.ts';
import { type PlatformSite, startPlatformSite } from '../../compliance/support/platform-site.ts';
import { openReceiver, type Receiver } from './receiver.ts';

/** A browser whose pages are watched, and a server that echoes. */
export interface Watch {
  readonly env: Env;
  /** Runs a function in a fresh page. @returns what was seen of it by then, in order of time */
  seenOf(run: (env: Env) => unknown): Promise<readonly CapturedEvent[]>;
  close(): Promise<void>;
}

export async function startWatch(): Promise<Watch> {
  const extension = await buildExtension();
  const site = await startPlatformSite();
  const launched = await launch({ extension });
  const receiver = await openReceiver(launched.browser);
  return {
    env: site.env,
    seenOf: (run) => seenOf(site, launched, receiver, run),
    async close() {
      await launched.close();
      await site.close();
    },
  };
}

async function seenOf(
  { env }: PlatformSite,
  { page }: LaunchedBrowser,
  receiver: Receiver,
  run: (env: Env) => unknown,
): Promise<readonly CapturedEvent[]> {
  await page.goto(env.origin);
  await receiver.open();
  await page.evaluate(run, env);
  // Blobs are read in tasks of their own. A worker is told of at once: then those before it are through.
  await page.evaluate(async () => {
    await new Blob(['end']).text();
    await new Promise((resolve) => setTimeout(resolve));
    new Worker('data:,end');
  });
  const isEnd = (event: CapturedEvent): boolean => event.kind === 'notice' && event.detail === 'data:,end';
  const events = await receiver.until('the end of the script', (seen) => seen.some(isEnd));
  return events.filter((event) => !isEnd(event)).toSorted((a, b) => a.time - b.time);
}

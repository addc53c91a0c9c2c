import { type LaunchedBrowser, launch } from '../../../src/cli/browser/launch.ts';
import { buildExtension } from '../../../src/cli/build-extension.ts';
import type { Behaviour } from './behaviour.ts';
import { startPlatformSite } from './platform-site.ts';

/** Two browsers that differ in the extension alone, and the server that both speak to. */
export interface Twins {
  readonly without: Twin;
  readonly within: Twin;
  close(): Promise<void>;
}

export interface Twin {
  /** Runs a behaviour in a fresh page. @returns what it found */
  observe(behaviour: Omit<Behaviour, 'name'>): Promise<unknown>;
  /** Leaves the page, and whatever still runs in it. */
  leave(): Promise<void>;
}

export async function startTwins(): Promise<Twins> {
  const extension = await buildExtension();
  const { env, close } = await startPlatformSite();
  const without = await launch({ extension: null });
  const within = await launch({ extension });
  const twin = ({ page }: LaunchedBrowser): Twin => ({
    async observe({ path, before, run }) {
      const early = before && (await page.evaluateOnNewDocument(before));
      try {
        await page.goto(`${env.origin}${path ?? '/'}`);
        return await page.evaluate(run, env);
      } finally {
        if (early) await page.removeScriptToEvaluateOnNewDocument(early.identifier);
      }
    },
    leave: async () => void (await page.goto('about:blank')),
  });
  return {
    without: twin(without),
    within: twin(within),
    async close() {
      await without.close();
      await within.close();
      await close();
    },
  };
}

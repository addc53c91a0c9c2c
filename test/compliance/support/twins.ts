import type { NewDocumentScriptEvaluation } from 'puppeteer-core';
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
  /**
   * Runs a behaviour in a fresh page.
   *
   * @param hook runs where the script of the extension does: after what runs before, and before the page
   * @returns what it found
   */
  observe(behaviour: Omit<Behaviour, 'name'>, hook?: () => void): Promise<unknown>;
}

export async function startTwins(): Promise<Twins> {
  const extension = await buildExtension();
  const { env, close } = await startPlatformSite();
  const without = await launch({ extension: null });
  const within = await launch({ extension });
  const twin = ({ page }: LaunchedBrowser): Twin => ({
    async observe({ path, before, run }, hook) {
      const early: NewDocumentScriptEvaluation[] = [];
      for (const script of [before, hook]) if (script) early.push(await page.evaluateOnNewDocument(script));
      try {
        await page.goto(`${env.origin}${path ?? '/'}`);
        return await page.evaluate(run, env);
      } finally {
        for (const { identifier } of early) await page.removeScriptToEvaluateOnNewDocument(identifier);
      }
    },
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

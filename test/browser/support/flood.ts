import type { Page } from 'puppeteer-core';
import { until } from '../../../src/cli/browser/until.ts';

/** A page that makes calls without end, some every few milliseconds. Each is two events: a call and its return. */
export interface Flood {
  /** Waits until so many more calls were made. */
  more(calls: number): Promise<void>;
  /** Ends it. @returns how many calls were made in all */
  end(): Promise<number>;
  /** @returns how many calls were made in all, also when the page was left for another of its origin */
  made(): Promise<number>;
}

/** Begins it in a page of an origin of its own, with calls that start no chat: thousands of chats are not the matter. */
export async function startFlood(page: Page): Promise<Flood> {
  await page.evaluate(() => {
    const sdk = { setAttributes: (attributes: object) => void attributes };
    Reflect.set(globalThis, 'cxoneChat', sdk);
    let made = 0;
    const calls = (count: number): void => {
      for (let i = 0; i < count; i++) sdk.setAttributes({ id: made++ });
      sessionStorage.setItem('made', `${made}`);
    };
    const burst = (): void => {
      if (Reflect.has(globalThis, 'enough')) return;
      calls(200);
      setTimeout(burst);
    };
    // The page's own listener comes after ours, and what it does counts as well.
    addEventListener('pagehide', () => calls(1));
    // So that the page is not kept, and what it has not said when it is left, it never says.
    addEventListener('unload', () => undefined);
    burst();
  });
  const made = (): Promise<number> => page.evaluate(() => Number(sessionStorage.getItem('made')));
  return {
    made,
    async more(calls) {
      const before = await made();
      await until(`${calls} more calls`, async () => (await made()) >= before + calls);
    },
    async end() {
      await page.evaluate(() => Reflect.set(globalThis, 'enough', true));
      return made();
    },
  };
}

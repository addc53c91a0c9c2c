import type { Frame, Page } from 'puppeteer-core';

/** Switches with which a browser tells the heap of its pages to the byte, after everything unused has left it. */
export const MEASURING_HEAP = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];

/** Collects what the page has let go. */
export const collect = (page: Page | Frame): Promise<void> =>
  page.evaluate(() => {
    const collect: unknown = Reflect.get(globalThis, 'gc');
    if (typeof collect !== 'function') throw new Error('The browser does not let its pages collect.');
    collect();
  });

/** @returns bytes of the heap that a page and the scripts of extensions in it share, after a collection */
export async function heapOf(page: Page | Frame): Promise<number> {
  // What was let go in one task may only be collected in the next.
  for (let i = 0; i < 3; i++) await collect(page);
  return page.evaluate(() => {
    const memory: unknown = Reflect.get(performance, 'memory');
    if (typeof memory !== 'object' || memory === null)
      throw new Error('The browser does not tell its memory.');
    return Number(Reflect.get(memory, 'usedJSHeapSize'));
  });
}

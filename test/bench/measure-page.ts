import type { Page } from 'puppeteer-core';
import { launch } from '../../src/cli/browser/launch.ts';
import { onCoresOfTheirOwn } from './cores.ts';
import { collect, heapOf, MEASURING_HEAP } from './heap.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio } from './samples.ts';
import { FIRST_SCRIPT, ORDINARY, startSink } from './sink.ts';
import { copySparing, SPARED } from './sparing.ts';

/**
 * Starts of one page differ by a tenth, and what is measured is a hundredth: it takes hundreds of them. A process differs
 * from the next for as long as it lives: it takes several.
 */
const BROWSERS = 8;
/** Of the comparison that no limit hangs on. */
const FEW_BROWSERS = 2;
const WARM_UP = 4;
const ROUNDS = 24;

interface Pair {
  readonly without: number;
  readonly with: number;
}

/**
 * What a page with nothing to watch pays: until it has loaded, and in memory. The same page is loaded in turns, with the
 * extension and spared by it, within one process: two browsers with the same extension differ by as much as the limit
 * allows. In another comparison the spared page gets content scripts that do nothing, which is what the browser itself
 * takes to inject two.
 *
 * @param extension the folder of the built extension
 */
export async function measurePage(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  const urls = {
    without: new URL(`${ORDINARY}?${SPARED}`, sink.url).href,
    with: new URL(ORDINARY, sink.url).href,
  };
  const sparing = copySparing(extension, 'nothing');
  const emptying = copySparing(extension, 'empty scripts');
  try {
    const starts = await startsOf(BROWSERS, sparing.path, urls);
    const against = await startsOf(FEW_BROWSERS, emptying.path, urls);
    const heaps = await heapsOf(extension, urls.with);
    return [
      { name: 'page start', value: medianRatio(starts.loaded), unit: 'ratio', limit: 1.02 },
      explaining('  without the extension', median(starts.loaded.map((pair) => pair.without)), 'ms'),
      explaining('  more with it', more(starts.loaded), 'ms'),
      explaining('  more until its first script', more(starts.firstScript), 'ms'),
      explaining('  than with content scripts that do nothing', more(against.firstScript), 'ms'),
      explaining('memory of that page', medianRatio(heaps), 'ratio'),
      explaining('  more with it', more(heaps), 'bytes'),
    ];
  } finally {
    sparing.remove();
    emptying.remove();
    await sink.close();
  }
}

const explaining = (name: string, value: number, unit: Row['unit']): Row => ({
  name,
  value,
  unit,
  limit: null,
});

const more = (pairs: readonly Pair[]): number => median(pairs.map((pair) => pair.with - pair.without));

type Urls = Record<keyof Pair, string>;

/** How long the page takes to start, in several browsers, one after the other. */
async function startsOf(browsers: number, extension: string, urls: Urls): Promise<Starts> {
  const loaded: Pair[] = [];
  const firstScript: Pair[] = [];
  for (let i = 0; i < browsers; i++) {
    const { browser, page, close } = await launch({ extension, args: MEASURING_HEAP });
    try {
      await page.goto(urls.with);
      const rounds = await onCoresOfTheirOwn(browser, () =>
        inTurns(
          { without: () => start(page, urls.without), with: () => start(page, urls.with) },
          { warmUp: WARM_UP, rounds: ROUNDS },
        ),
      );
      loaded.push(...rounds.map((pair) => ({ without: pair.without.loaded, with: pair.with.loaded })));
      firstScript.push(
        ...rounds.map((pair) => ({ without: pair.without.firstScript, with: pair.with.firstScript })),
      );
    } finally {
      await close();
    }
  }
  return { loaded, firstScript };
}

interface Starts {
  readonly loaded: readonly Pair[];
  readonly firstScript: readonly Pair[];
}

/**
 * Loads the page.
 *
 * @returns milliseconds from the beginning of the navigation to the end of the page's load event, and from the first byte
 *   of its document to its first script
 */
async function start(page: Page, url: string): Promise<{ loaded: number; firstScript: number }> {
  // What the last page left behind would be collected during some starts and not during others.
  await collect(page);
  await page.goto(url);
  return page.evaluate((mark) => {
    const [navigation] = performance.getEntriesByType('navigation');
    const [first] = performance.getEntriesByName(mark);
    if (!(navigation instanceof PerformanceNavigationTiming) || first === undefined)
      throw new Error('The page has no start.');
    return { loaded: navigation.loadEventEnd, firstScript: first.startTime - navigation.responseStart };
  }, FIRST_SCRIPT);
}

/**
 * Bytes of the heap after the page has started: in two browsers, since the scripts of earlier pages, which a process keeps
 * for a while, weigh more than what is measured.
 */
async function heapsOf(extension: string, url: string): Promise<readonly Pair[]> {
  const without = await launch({ extension: null, args: MEASURING_HEAP });
  const with_ = await launch({ extension, args: MEASURING_HEAP });
  try {
    return await inTurns(
      { without: () => heapAfterStart(without.page, url), with: () => heapAfterStart(with_.page, url) },
      { warmUp: 1, rounds: 9 },
    );
  } finally {
    await without.close();
    await with_.close();
  }
}

async function heapAfterStart(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return heapOf(page);
}

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../../src/cli/browser/launch.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import { heapOf, MEASURING_HEAP } from './heap.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio } from './samples.ts';
import { ORDINARY, startSink } from './sink.ts';

/**
 * Starts of one page differ by a tenth and more, and what is measured is a hundredth: it takes hundreds of them. Of two
 * browsers the one that was launched last is slower by a hundredth or two, whichever that is: each goes first in half of
 * the pairs.
 */
const PAIRS = 6;
/** Of the comparison that no limit hangs on. */
const FEW_PAIRS = 2;
const WARM_UP = 4;
const ROUNDS = 24;

const SCRIPTS = ['src/page/page.iife.js', 'src/relay/relay.iife.js'];

/**
 * What a page with nothing to watch pays: until it has loaded, and in memory. Two browsers load the same page in turns; in
 * another comparison the other one has an extension whose content scripts do nothing, which is what the browser itself
 * takes to inject two.
 *
 * @param extension the folder of the built extension
 */
export async function measurePage(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  const empty = createTemporaryFolder('empty-scripts');
  cpSync(extension, empty.path, { recursive: true });
  for (const script of SCRIPTS) writeFileSync(join(empty.path, script), '');
  const url = new URL(ORDINARY, sink.url).href;
  try {
    const starts = await startsOf(PAIRS, url, null, extension);
    const against = await startsOf(FEW_PAIRS, url, empty.path, extension);
    const heaps = await inPair('without first', null, extension, (without, with_) =>
      inTurns(
        { without: () => heapAfterStart(without, url), with: () => heapAfterStart(with_, url) },
        { warmUp: 1, rounds: 9 },
      ),
    );
    return [
      { name: 'page start', value: medianRatio(starts), unit: 'ratio', limit: 1.02 },
      {
        name: '  without the extension',
        value: median(starts.map((s) => s.without)),
        unit: 'ms',
        limit: null,
      },
      {
        name: '  more with it',
        value: median(starts.map((s) => s.with - s.without)),
        unit: 'ms',
        limit: null,
      },
      {
        name: '  against content scripts that do nothing',
        value: medianRatio(against),
        unit: 'ratio',
        limit: null,
      },
      { name: 'memory of that page', value: medianRatio(heaps), unit: 'ratio', limit: null },
      {
        name: '  more with it',
        value: median(heaps.map((h) => h.with - h.without)),
        unit: 'bytes',
        limit: null,
      },
    ];
  } finally {
    empty.remove();
    await sink.close();
  }
}

/** Opens two browsers, one with this extension and one with that (or none), and closes them. */
async function inPair<T>(
  order: 'without first' | 'with first',
  without: string | null,
  with_: string,
  work: (without: Page, with_: Page) => Promise<T>,
): Promise<T> {
  const withoutFirst = order === 'without first';
  const first = await launch({ extension: withoutFirst ? without : with_, args: MEASURING_HEAP });
  const second = await launch({ extension: withoutFirst ? with_ : without, args: MEASURING_HEAP });
  try {
    return await (withoutFirst ? work(first.page, second.page) : work(second.page, first.page));
  } finally {
    await first.close();
    await second.close();
  }
}

/** How long the page takes to start, in several pairs of browsers. */
async function startsOf(
  pairs: number,
  url: string,
  without: string | null,
  with_: string,
): ReturnType<typeof inTurns<number>> {
  const rounds: { without: number; with: number }[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    const order = pair % 2 === 0 ? 'without first' : 'with first';
    const measured = await inPair(order, without, with_, (untouched, watched) =>
      inTurns(
        { without: () => start(untouched, url), with: () => start(watched, url) },
        { warmUp: WARM_UP, rounds: ROUNDS },
      ),
    );
    rounds.push(...measured);
  }
  return rounds;
}

/** @returns milliseconds from the beginning of the navigation to the end of the page's load event */
async function start(page: Page, url: string): Promise<number> {
  // What the last page left behind would be collected during some starts and not during others.
  await heapOf(page);
  await page.goto(url);
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    if (!(navigation instanceof PerformanceNavigationTiming)) throw new Error('The page has no start.');
    return navigation.loadEventEnd;
  });
}

async function heapAfterStart(page: Page, url: string): Promise<number> {
  await page.goto(url);
  return heapOf(page);
}

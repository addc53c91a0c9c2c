import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { launch } from '../../src/cli/browser/launch.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import { heapOf, MEASURING_HEAP } from './heap.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio } from './samples.ts';
import { ORDINARY, startSink } from './sink.ts';

const WARM_UP = 10;
const ROUNDS = 80;

const SCRIPTS = ['src/page/page.iife.js', 'src/relay/relay.iife.js'];

/**
 * What a page with nothing to watch pays: until it has loaded, and in memory. Two browsers load the same page in turns; a
 * third has an extension whose content scripts do nothing, which is what the browser itself takes to inject two.
 *
 * @param extension the folder of the built extension
 */
export async function measurePage(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  const without = await launch({ extension: null, args: MEASURING_HEAP });
  const with_ = await launch({ extension, args: MEASURING_HEAP });
  const empty = createTemporaryFolder('empty-scripts');
  cpSync(extension, empty.path, { recursive: true });
  for (const script of SCRIPTS) writeFileSync(join(empty.path, script), '');
  const url = new URL(ORDINARY, sink.url).href;
  try {
    const starts = await inTurns(
      { without: () => start(without.page, url), with: () => start(with_.page, url) },
      { warmUp: WARM_UP, rounds: ROUNDS },
    );
    const idle = await launch({ extension: empty.path, args: MEASURING_HEAP });
    const ours = await inTurns(
      { without: () => start(idle.page, url), with: () => start(with_.page, url) },
      { warmUp: WARM_UP, rounds: ROUNDS },
    ).finally(() => idle.close());
    const heaps = await inTurns(
      { without: () => heapAfterStart(without.page, url), with: () => heapAfterStart(with_.page, url) },
      { warmUp: 1, rounds: 9 },
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
        value: medianRatio(ours),
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
    await without.close();
    await with_.close();
    empty.remove();
    await sink.close();
  }
}

/** @returns milliseconds from the beginning of the navigation to the end of the page's load event */
async function start(page: Page, url: string): Promise<number> {
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

import type { Page } from 'puppeteer-core';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { launch } from '../../src/cli/browser/launch.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio, nth } from './samples.ts';
import { startSink } from './sink.ts';

/** Of one measurement. */
const BLOCKS = 10;
/** Of one block. */
const SENDS = 100;
/**
 * Of all blocks the fastest twentieth is compared: what another process takes of a core only ever adds to a block, and on a
 * machine with two of them it is in most. The same measurement six times over gave ratios that were 0.07 apart, where the
 * median of each round's ratio gave some that were 0.40 apart.
 */
const UNDISTURBED = 0.05;
/**
 * Two processes of one browser differ by more than what is measured, for as long as they live: each pair is only one
 * throw of the dice, and the one in the middle counts.
 */
const PAIRS = 5;
const ROUNDS = 16;
const WARM_UP = 6;

/**
 * `send` of a text frame of 1 KB with the extension, against the same without it: in two browsers, in turns, so that
 * whatever else the machine does falls on both. First without DevTools, then with DevTools open in both, since the
 * browser's own network panel slows `send` down as well.
 *
 * @param extension the folder of the built extension
 */
export async function measureSend(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  try {
    const pairs: { readonly closed: Measured; readonly open: Measured }[] = [];
    for (let pair = 0; pair < PAIRS; pair++) pairs.push(await measurePair(extension, sink.url));
    const rowsOf = (panel: 'closed' | 'open', limit: number): readonly Row[] => {
      const of = (what: keyof Measured): number => median(pairs.map((pair) => pair[panel][what]));
      return [
        { name: `send, panel ${panel}`, value: of('ratio'), unit: 'ratio', limit },
        { name: '  without the extension', value: of('without'), unit: 'µs', limit: null },
        { name: '  with all work that follows', value: of('busyRatio'), unit: 'ratio', limit: null },
      ];
    };
    return [...rowsOf('closed', 1.1), ...rowsOf('open', 1.3)];
  } finally {
    await sink.close();
  }
}

async function measurePair(
  extension: string,
  url: string,
): Promise<{ readonly closed: Measured; readonly open: Measured }> {
  const without = await launch({ extension: null });
  const with_ = await launch({ extension });
  try {
    const pages = { without: without.page, with: with_.page };
    for (const page of [pages.without, pages.with]) await connect(page, url);
    const closed = await measureBoth(pages);
    await pages.without.openDevTools();
    await openPanel(pages.with);
    return { closed, open: await measureBoth(pages) };
  } finally {
    await without.close();
    await with_.close();
  }
}

interface Pages {
  readonly without: Page;
  readonly with: Page;
}

interface Measured {
  /** Of the times of the calls. */
  readonly ratio: number;
  /** Of all that the page's thread did, batches and relay and network included. */
  readonly busyRatio: number;
  /** Microseconds of one call in the untouched page. */
  readonly without: number;
}

async function measureBoth(pages: Pages): Promise<Measured> {
  const rounds = await inTurns(
    { without: () => measureOnce(pages.without), with: () => measureOnce(pages.with) },
    { warmUp: WARM_UP, rounds: ROUNDS },
  );
  const callOf = (which: 'without' | 'with'): number => {
    const blocks = rounds.flatMap((round) => round[which].calls);
    return nth(blocks, blocks.length * UNDISTURBED);
  };
  return {
    ratio: callOf('with') / callOf('without'),
    busyRatio: medianRatio(rounds.map((round) => ({ without: round.without.busy, with: round.with.busy }))),
    without: callOf('without'),
  };
}

/** @returns microseconds for one `send`: of the call, in each block, and of the page's thread until everything is done */
async function measureOnce(page: Page): Promise<{ calls: readonly number[]; busy: number }> {
  const before = await busyTime(page);
  const calls = await page.evaluate(sendFrames, BLOCKS, SENDS);
  return { calls, busy: ((await busyTime(page)) - before) / (BLOCKS * SENDS) };
}

/** @returns microseconds that the page's thread was busy so far */
async function busyTime(page: Page): Promise<number> {
  const { TaskDuration } = await page.metrics();
  if (TaskDuration === undefined) throw new Error('The browser does not say how long it was busy.');
  return TaskDuration * 1e6;
}

async function connect(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(openSocket);
}

declare global {
  var benchSocket: WebSocket | undefined;
}

/** Runs in the page. */
function openSocket(): Promise<void> {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  globalThis.benchSocket = socket;
  return new Promise((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error('The bench could not connect.'));
  });
}

/** Runs in the page. @returns microseconds for one call, of each block */
async function sendFrames(blocks: number, sends: number): Promise<number[]> {
  const socket = globalThis.benchSocket;
  if (!socket) throw new Error('The bench has no socket.');
  const text = JSON.stringify({ type: 'message', text: 'x'.repeat(995) });
  const times: number[] = [];
  for (let block = 0; block < blocks; block++) {
    const start = performance.now();
    for (let i = 0; i < sends; i++) socket.send(text);
    times.push(((performance.now() - start) * 1000) / sends);
  }
  // Until the frames are gone and what was observed has been handed over.
  do await new Promise((resolve) => setTimeout(resolve, 80));
  while (socket.bufferedAmount > 0);
  return times;
}

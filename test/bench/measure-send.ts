import type { Frame, Page } from 'puppeteer-core';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { launch } from '../../src/cli/browser/launch.ts';
import { onCoresOfTheirOwn } from './cores.ts';
import { collect, MEASURING_HEAP } from './heap.ts';
import type { Row } from './row.ts';
import { inTurns, median, medianRatio, nth } from './samples.ts';
import { startSink } from './sink.ts';
import { copySparing, SPARED } from './sparing.ts';

/** Of one measurement. */
const BLOCKS = 10;
/** Of one block. */
const SENDS = 100;
/**
 * Of all blocks the fastest twentieth is compared: what another process takes of a core only ever adds to a block, and on a
 * machine with two of them it is in most.
 */
const UNDISTURBED = 0.05;
/**
 * A process differs from the next for as long as it lives, and so does one frame from another: each browser is only one
 * throw of the dice, and the one in the middle counts.
 */
const BROWSERS = 7;
const ROUNDS = 16;
const WARM_UP = 6;

/**
 * `send` of a text frame of 1 KB with the extension, against the same without it: in turns, in two frames of one page, of
 * which the extension spares one, so that one process and one thread send both. First without DevTools, then with
 * DevTools open, since the browser's own network panel slows `send` down as well.
 *
 * @param extension the folder of the built extension
 */
export async function measureSend(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  const sparing = copySparing(extension, 'nothing');
  try {
    const browsers: { readonly closed: Measured; readonly open: Measured }[] = [];
    for (let i = 0; i < BROWSERS; i++) {
      // Each goes first in every other browser.
      const order = i % 2 === 0 ? WHICH : WHICH.toReversed();
      browsers.push(await measureBrowser(sparing.path, sink.url, order));
    }
    const rowsOf = (panel: 'closed' | 'open', limit: number): readonly Row[] => {
      const of = (what: keyof Measured): number => median(browsers.map((browser) => browser[panel][what]));
      return [
        { name: `send, panel ${panel}`, value: of('ratio'), unit: 'ratio', limit },
        { name: '  without the extension', value: of('without'), unit: 'µs', limit: null },
        { name: '  with all work that follows', value: of('busyRatio'), unit: 'ratio', limit: null },
      ];
    };
    return [...rowsOf('closed', 1.1), ...rowsOf('open', 1.3)];
  } finally {
    sparing.remove();
    await sink.close();
  }
}

const WHICH = ['without', 'with'] as const;
type Which = (typeof WHICH)[number];

async function measureBrowser(
  extension: string,
  url: string,
  order: readonly Which[],
): Promise<{ readonly closed: Measured; readonly open: Measured }> {
  const { browser, page, close } = await launch({ extension, args: MEASURING_HEAP });
  try {
    const urls = { without: new URL(`?${SPARED}`, url).href, with: url };
    await page.goto(urls.without);
    for (const which of order) await page.evaluate(addFrame, which, urls[which]);
    const frames = { without: await frameOf(page, 'without'), with: await frameOf(page, 'with') };
    const closed = await onCoresOfTheirOwn(browser, () => measureBoth(page, frames));
    // On any core: what DevTools has to do would have to share the page's.
    await openPanel(page);
    return { closed, open: await measureBoth(page, frames) };
  } finally {
    await close();
  }
}

async function frameOf(page: Page, name: Which): Promise<Frame> {
  const frame = await (await page.$(`iframe[name="${name}"]`))?.contentFrame();
  if (!frame) throw new Error(`The bench has no frame ${name}.`);
  return frame;
}

interface Measured {
  /** Of the times of the calls. */
  readonly ratio: number;
  /** Of all that the page's thread did, batches and relay and network included. */
  readonly busyRatio: number;
  /** Microseconds of one call in the untouched frame. */
  readonly without: number;
}

async function measureBoth(page: Page, frames: Readonly<Record<Which, Frame>>): Promise<Measured> {
  const rounds = await inTurns(
    { without: () => measureOnce(page, frames.without), with: () => measureOnce(page, frames.with) },
    { warmUp: WARM_UP, rounds: ROUNDS },
  );
  const callOf = (which: Which): number => {
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
async function measureOnce(page: Page, frame: Frame): Promise<{ calls: readonly number[]; busy: number }> {
  // What the other frame left behind is not this one's.
  await collect(frame);
  const before = await busyTime(page);
  const calls = await frame.evaluate(sendFrames, BLOCKS, SENDS);
  return { calls, busy: ((await busyTime(page)) - before) / (BLOCKS * SENDS) };
}

/** @returns microseconds that the page's thread was busy so far */
async function busyTime(page: Page): Promise<number> {
  const { TaskDuration } = await page.metrics();
  if (TaskDuration === undefined) throw new Error('The browser does not say how long it was busy.');
  return TaskDuration * 1e6;
}

declare global {
  var benchSocket: WebSocket | undefined;
}

/** Runs in the page: adds a frame with a socket. */
function addFrame(name: string, url: string): Promise<void> {
  const frame = Object.assign(document.createElement('iframe'), { name, src: url });
  return new Promise((resolve, reject) => {
    frame.onload = () => {
      const { contentWindow } = frame;
      const Socket: typeof WebSocket = Reflect.get(contentWindow ?? window, 'WebSocket');
      const socket = new Socket(location.origin.replace('http', 'ws'));
      Reflect.set(contentWindow ?? window, 'benchSocket', socket);
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error('The bench could not connect.'));
    };
    document.body.append(frame);
  });
}

/** Runs in a frame. @returns microseconds for one call, of each block */
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

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { importCapture } from '../../src/cli/browser/use-panel.ts';
import { createTemporaryFolder } from '../../src/cli/temporary-folder.ts';
import { floodOfFrames, joinChat, sendMarked } from './flood.ts';
import { heapOf, MEASURING_HEAP } from './heap.ts';
import { longCaptureFile } from './long-capture.ts';
import { longestTaskDuring } from './panel-tasks.ts';
import type { Row } from './row.ts';
import { median, nth } from './samples.ts';
import { startSink } from './sink.ts';

const EVENTS = 100_000;
/** What a person may look for: in most events, in some, in one conversation, in none. */
const TEXTS = ['typing', 'parcel', 'SendMessage', 'crm_customer_id', 'CRM-100007', 'nowhere to be found'];
const FILTER_ROUNDS = 7;
const SENDS = 40;
const FILLING = { perSecond: 10_000, seconds: 1 };
const FLOOD = { perSecond: 5_000, seconds: 20 };

/**
 * The panel itself, in real DevTools: how soon it shows what was sent, how it bears a flood, and 100,000 events.
 *
 * @param extension the folder of the built extension
 */
export async function measurePanel(extension: string): Promise<readonly Row[]> {
  const sink = await startSink();
  try {
    return [
      ...(await withPanel(extension, (inspection) => measureLive(inspection, sink.url))),
      ...(await withPanel(extension, (inspection) => measureFlood(inspection, sink.url, false))),
      ...(await withPanel(extension, (inspection) => measureFlood(inspection, sink.url, true))),
      ...(await withPanel(extension, (inspection) => measureLarge(inspection))),
    ];
  } finally {
    await sink.close();
  }
}

async function withPanel<T>(extension: string, run: (inspection: Inspection) => Promise<T>): Promise<T> {
  const inspection = await openInspection({ extension, args: MEASURING_HEAP });
  try {
    return await run(inspection);
  } finally {
    await inspection.close();
  }
}

async function measureLive({ page, panel }: Inspection, url: string): Promise<readonly Row[]> {
  await page.goto(url);
  await page.evaluate(joinChat);
  const waits: number[] = [];
  for (let send = 0; send < SENDS; send++) {
    const shown = panel.evaluate(shownAt, `marked ${send}`);
    const sent = await page.evaluate(sendMarked, `marked ${send}`);
    waits.push((await shown) - sent);
  }
  return [
    { name: 'from send to the row on screen', value: median(waits), unit: 'ms', limit: null },
    { name: '  nine of ten are sooner than', value: nth(waits, SENDS * 0.9), unit: 'ms', limit: null },
  ];
}

/**
 * The flood comes over what a day's work has left in the panel.
 *
 * @param carried whether every frame carries attributes, and one of them another value each time
 */
async function measureFlood(
  { page, panel }: Inspection,
  url: string,
  carried: boolean,
): Promise<readonly Row[]> {
  await page.goto(url);
  await page.evaluate(joinChat);
  let sent = 0;
  const flood = async (perSecond: number, seconds: number): Promise<number> => {
    sent += await page.evaluate(floodOfFrames, perSecond, seconds, carried);
    const result = await panel.waitForFunction(
      (count) => {
        const root = document.querySelector('[data-panel]');
        const shown = Number(root?.getAttribute('data-events'));
        return shown + Number(root?.getAttribute('data-lost')) >= count && shown;
      },
      { timeout: 60_000 },
      sent,
    );
    return Number(await result.jsonValue());
  };
  while ((await flood(FILLING.perSecond, FILLING.seconds)) < EVENTS);
  const { own, wall } = await longestTaskDuring(page, panel, () => flood(FLOOD.perSecond, FLOOD.seconds));
  const what = carried ? 'attributes in every frame' : '5,000 frames a second over 100,000 events';
  return [
    { name: `longest task, ${what}`, value: own, unit: 'ms', limit: 100 },
    // Two browser processes, a server and the bench share the cores: what they take is no part of the task.
    { name: '  by the clock on the wall', value: wall, unit: 'ms', limit: null },
  ];
}

async function measureLarge({ panel }: Inspection): Promise<readonly Row[]> {
  const folder = createTemporaryFolder('bench');
  try {
    const before = await heapOf(panel);
    const file = join(folder.path, 'long.capture.json');
    writeFileSync(file, longCaptureFile(EVENTS));
    await importCapture(panel, file);
    await panel.waitForSelector(`[data-panel][data-events="${EVENTS}"]`, { timeout: 60_000 });
    const heap = (await heapOf(panel)) - before;
    const waits: number[] = [];
    for (const text of TEXTS) {
      const times: number[] = [];
      for (let round = 0; round < FILTER_ROUNDS; round++) times.push(await panel.evaluate(filterFor, text));
      waits.push(median(times));
    }
    return [
      { name: 'filter over 100,000 events', value: Math.max(...waits), unit: 'ms', limit: 50 },
      {
        name: 'memory of the panel for one event',
        value: Math.round(heap / EVENTS),
        unit: 'bytes',
        limit: null,
      },
    ];
  } finally {
    folder.remove();
  }
}

/** Runs in the panel. @returns when a row with this text is on screen, on the clock that all pages share */
async function shownAt(text: string): Promise<number> {
  while (![...document.querySelectorAll('.event-row')].some((row) => row.textContent?.includes(text)))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  // What is in the document when a frame begins is on screen when the next one does.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.timeOrigin + performance.now();
}

/** Runs in the panel. @returns milliseconds from the input to the list of what matches */
async function filterFor(text: string): Promise<number> {
  const input = document.querySelector('input[data-filter]');
  const count = document.querySelector('.timeline-pane .pane-count');
  if (!(input instanceof HTMLInputElement) || !count) throw new Error('The panel has no filter.');
  const times: number[] = [];
  for (const value of [text, '']) {
    const start = performance.now();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(null);
      }).observe(count, { childList: true, subtree: true, characterData: true });
    });
    times.push(performance.now() - start);
    // Until the list is drawn, which is not to be taken for the work of the next one.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  }
  return Math.max(...times);
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { joinChat, sendMarked } from '../bench/flood.ts';
import { type Sink, startSink } from '../bench/sink.ts';

let sink: Sink;
let inspection: Inspection;
/** How many frames were sent and are listed. */
let sent = 0;

beforeAll(async () => {
  sink = await startSink();
  inspection = await openInspection({ extension: await buildExtension() });
  const { page } = inspection;
  await page.goto(sink.url);
  await page.evaluate(joinChat);
  await send(200);
});

afterAll(async () => {
  await inspection?.close();
  await sink?.close();
});

/** Sends frames, and waits until the panel has listed them. */
async function send(count: number): Promise<void> {
  const end = sent + count;
  while (sent < end) {
    sent += 1;
    await inspection.page.evaluate(sendMarked, `marked ${sent}`);
  }
  await inspection.panel.waitForFunction(
    (events) => Number(document.querySelector('[data-panel]')?.getAttribute('data-events')) >= events,
    {},
    sent,
  );
}

/** Waits until the row of a frame is in view, as a person sees it. */
const showsRow = (text: string) =>
  inspection.panel.waitForFunction(
    (wanted) => {
      const list = document.querySelector('.event-list')?.getBoundingClientRect();
      return [...document.querySelectorAll('.event-row')].some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const inView = list && top >= list.top - 1 && bottom <= list.bottom + 1;
        return inView && row.querySelector('.event-title')?.textContent === wanted;
      });
    },
    {},
    text,
  );

const scrollTo = (top: number) =>
  inspection.panel.$eval('.event-list', (list, to) => list.scrollTo(0, to), top);
const scrolledTo = () => inspection.panel.$eval('.event-list', (list) => list.scrollTop);

test('the list of events stays at its end while more come, and where a person scrolled it to', async () => {
  await showsRow(`marked ${sent}`);
  await send(40);
  await showsRow(`marked ${sent}`);

  await scrollTo(440);
  await showsRow('marked 20');
  await send(40);
  expect(await scrolledTo()).toBe(440);
  await showsRow('marked 20');

  await scrollTo(1_000_000);
  await showsRow(`marked ${sent}`);
  await send(40);
  await showsRow(`marked ${sent}`);
});

test('the events of one conversation are listed as they come', async () => {
  const { panel } = inspection;
  await panel.locator('.timeline-head input[type=checkbox]').click();
  await showsRow(`marked ${sent}`);
  await send(10);
  await showsRow(`marked ${sent}`);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { until } from '../../src/cli/browser/until.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { formatTable } from '../../src/cli/table.ts';
import { type Sink, startSink } from '../bench/sink.ts';

/** Beside the frames: that the socket was made, and that it opened. */
const SOCKET_EVENTS = 2;
/** How long a panel may take to catch up once the page is through. */
const PATIENCE = 120_000;

let sink: Sink;
let inspection: Inspection;
const figures: string[][] = [
  ['flood', 'frames', 'in the page', 'panel after it', 'shown', 'counted as lost'],
];

beforeAll(async () => {
  const extension = await buildExtension();
  sink = await startSink();
  inspection = await openInspection({ extension });
});

afterAll(async () => {
  console.log(formatTable(figures));
  await inspection?.close();
  await sink?.close();
});

interface Shown {
  readonly events: number;
  readonly lost: number;
}

const readShown = (): Promise<Shown> =>
  inspection.panel.$eval('[data-panel]', (root) => ({
    events: Number(root.getAttribute('data-events')),
    lost: Number(root.getAttribute('data-lost')),
  }));

/** Floods a fresh page, and waits until the panel accounts for every event. */
async function flood(
  name: string,
  frames: number,
  send: (frames: number, url: string) => Promise<number>,
): Promise<Shown> {
  await inspection.page.goto(sink.url);
  const spent = await inspection.page.evaluate(send, frames, sink.url.replace('http', 'ws'));
  const start = performance.now();
  let shown: Shown = { events: 0, lost: 0 };
  await until(
    `${name} to be shown`,
    async () => {
      shown = await readShown();
      return shown.events + shown.lost >= frames + SOCKET_EVENTS;
    },
    PATIENCE,
  );
  const behind = performance.now() - start;
  // What is counted twice would come after it.
  await settle(inspection.panel);
  shown = await readShown();
  figures.push([
    name,
    String(frames),
    `${Math.round(spent)} ms`,
    `${Math.round(behind)} ms`,
    String(shown.events),
    String(shown.lost),
  ]);
  return shown;
}

test('5,000 frames a second for 20 s: what is shown and what is counted as lost is what was sent', async () => {
  const frames = 100_000;
  const { events, lost } = await flood('5,000 a second', frames, async (count, url) => {
    const socket = new WebSocket(url);
    await new Promise((resolve) => {
      socket.onopen = resolve;
    });
    const text = JSON.stringify({ type: 'message', text: 'x'.repeat(200) });
    const start = performance.now();
    for (let sent = 0; sent < count; ) {
      const due = Math.min(count, (performance.now() - start) * 5);
      for (; sent < due; sent++) socket.send(`${sent} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - start;
  });
  expect(events + lost).toBe(frames + SOCKET_EVENTS);
});

test('200,000 frames at once: what is shown and what is counted as lost is what was sent', async () => {
  const frames = 200_000;
  const { events, lost } = await flood('at once', frames, async (count, url) => {
    const socket = new WebSocket(url);
    await new Promise((resolve) => {
      socket.onopen = resolve;
    });
    const text = JSON.stringify({ type: 'message', text: 'x'.repeat(200) });
    const start = performance.now();
    for (let sent = 0; sent < count; sent++) socket.send(`${sent} ${text}`);
    return performance.now() - start;
  });
  expect(events + lost).toBe(frames + SOCKET_EVENTS);
  // The log of one document is bounded, and says so.
  expect(lost).toBeGreaterThan(0);
});

test('200,000 calls: the panel keeps no more of them than of frames, and counts the rest', async () => {
  const calls = 200_000;
  await inspection.page.goto(sink.url);
  await inspection.page.evaluate(async (count) => {
    const sdk = { identify: (given: object) => void given };
    Reflect.set(window, 'cxoneChat', sdk);
    for (let id = 0; id < count; id++) {
      sdk.identify({ id });
      if (id % 2_000 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, calls);
  await until(
    'the calls to be shown',
    async () => {
      const { events, lost } = await readShown();
      return events + lost >= 2 * calls;
    },
    PATIENCE,
  );
  await settle(inspection.panel);
  const { events, lost } = await readShown();
  expect(events + lost).toBe(2 * calls);
  expect(events).toBeLessThanOrEqual(150_000);
});

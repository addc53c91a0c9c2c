import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { until } from '../../src/cli/browser/until.ts';
import { settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import type { Env } from '../compliance/support/behaviour.ts';
import { type PlatformSite, startPlatformSite } from '../compliance/support/platform-site.ts';

let site: PlatformSite;
let inspection: Inspection;

beforeAll(async () => {
  const extension = await buildExtension();
  site = await startPlatformSite();
  inspection = await openInspection({ extension });
});

afterAll(async () => {
  await inspection?.close();
  await site?.close();
});

/** The rows of a table, or the facts of a list, as texts. */
const rowsOf = (section: string, row: string): Promise<readonly (readonly string[])[]> =>
  inspection.panel.$$eval(`section[aria-label="${section}"] ${row}`, (rows) =>
    rows.map((element) => [...element.children].map((cell) => cell.textContent ?? '')),
  );

/** Runs in the page: does a little of everything that is hooked. */
async function useEverything({ socket, api, other }: Env): Promise<void> {
  const sdk = { startChat: (options: object) => options, identify: () => null };
  Reflect.set(window, 'cxoneChat', sdk);
  sdk.startChat({ id: 1 });
  sdk.startChat({ id: 2 });
  sdk.identify();
  Reflect.set(window, 'Genesys', Object.freeze({ subscribe: () => null }));
  await fetch(api, { method: 'POST', body: 'x' });
  await fetch(other);
  navigator.sendBeacon(api, 'x');
  new Worker('/worker.js?told');
  new SharedWorker('/worker.js?shared');
  const made = new WebSocket(socket);
  await new Promise((resolve) => {
    made.onopen = () => {
      made.send('one');
      made.send('two');
    };
    made.onmessage = ({ data }) => data === 'two' && made.close(3000);
    made.onclose = resolve;
  });
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script>cxoneChat = { startChat() {} }; cxoneChat.startChat();
    const made = new WebSocket(${JSON.stringify(socket)}); made.onopen = () => made.send('of the frame');</script>`;
  document.body.append(frame);
}

test('what is being watched lists documents, sockets, hooks, blind spots and costs, each with its count', async () => {
  const { page, panel } = inspection;
  await page.goto(site.env.origin);
  await page.evaluate(useEverything, site.env);
  await until('the socket of the frame to have its answer', async () => {
    await panel.$$eval('[data-action="watched"][aria-pressed="false"]', ([button]) =>
      button instanceof HTMLElement ? button.click() : null,
    );
    return (await rowsOf('Sockets', 'tbody tr')).some(
      ([place, , , , received]) => place === 'frame' && received === '1',
    );
  });
  await settle(panel);

  expect(await rowsOf('Documents', 'tbody tr')).toEqual([
    ['page', `${site.env.origin}/`, '19', '0'],
    ['frame', 'about:srcdoc', '6', '0'],
  ]);
  expect(await rowsOf('Sockets', 'tbody tr')).toEqual([
    ['page', site.env.socket, 'closed (3000)', '2', '2'],
    ['frame', site.env.socket, 'open', '1', '1'],
  ]);
  expect(await rowsOf('Hooks', 'dl > div')).toEqual([
    ['cxoneChat', '4 calls'],
    ['GenesysCloudWebMessaging', '0 calls'],
    ['cxone', '0 calls'],
    ['brandembassy', '0 calls'],
    ['Genesys', '0 calls'],
    ['WebSocket', '6 frames'],
    ['fetch, XMLHttpRequest, sendBeacon', '2 chat requests'],
    ['Worker, SharedWorker', '2 workers'],
  ]);
  const blind = await panel.$$eval('[data-blind]', (lines) =>
    lines.map((line) => [
      line.getAttribute('data-blind'),
      ...[...line.querySelectorAll('code')].map((code) => code.textContent),
    ]),
  );
  expect(blind.toSorted()).toEqual([
    ['frozen', 'Genesys.subscribe'],
    ['worker', '/worker.js?told', '/worker.js?shared'],
  ]);
  const section = (name: string): Promise<string> =>
    panel.$eval(`section[aria-label="${name}"]`, (element) => element.textContent ?? '');
  expect(await section('Not seen from here')).toContain('Sockets in shared workers');
  expect(await section('Losses')).toContain('None: 25 events, each of them shown.');
  expect(await section('What it costs the page')).toMatch(/in \d+ batches, which took \d+\.\d ms/);
});

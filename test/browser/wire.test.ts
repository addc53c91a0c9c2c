import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { openPanel } from '../../src/cli/browser/devtools.ts';
import { type Inspection, openInspection } from '../../src/cli/browser/inspection.ts';
import { readConversations, type ShownConversation } from '../../src/cli/browser/read-trace.ts';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { PAUSE_MS } from '../../src/panel/link/asking.ts';

/** The workers whose sockets the network tells of, each with how many frames it sends: by them its row is known. */
const SEEN = { dedicated: 1, module: 2, nested: 3, service: 4 } as const;

/** The others begin when the socket of the shared worker has had its answer: whoever sees theirs could see that one. */
const PAGE = `<!doctype html><title>workers</title><script>
  const shared = new SharedWorker('/worker.js?shared=1');
  shared.port.onmessage = () => {
    new Worker('/worker.js?dedicated=${SEEN.dedicated}');
    new Worker('/worker.js?module=${SEEN.module}', { type: 'module' });
    new Worker('/nesting.js');
    navigator.serviceWorker.register('/worker.js?service=${SEEN.service}');
    const unhooked = new WebSocketStream(location.origin.replace('http', 'ws') + '/stream');
    unhooked.opened.then(({ writable }) => writable.getWriter().write('from a stream'));
  };
  const hooked = new WebSocket(location.origin.replace('http', 'ws') + '/page');
  hooked.onopen = () => hooked.send('from the page');
</script>`;

/** A chat that lives in a worker, with an id and an attribute of its own; it answers what it is asked. */
const WORKER = `const [[name, frames]] = new URLSearchParams(location.search);
  const { promise: connected, resolve } = Promise.withResolvers();
  self.onconnect = ({ ports: [port] }) => resolve(port);
  const socket = new WebSocket(location.origin.replace('http', 'ws') + '/' + name);
  socket.onopen = () => {
    const attributes = { custom: { ['crm_' + name]: 'CRM-' + name } };
    socket.send(JSON.stringify({ type: 'conversation:join', conversationId: name, attributes }));
    for (let i = 1; i < frames; i++) socket.send('more of ' + name);
  };
  socket.onmessage = ({ data }) => {
    connected.then((port) => port.postMessage('answered'));
    if (data === 'are you there?') socket.send('I am');
  };`;

const SCRIPTS: Readonly<Record<string, string>> = {
  '/worker.js': WORKER,
  '/nesting.js': `new Worker('/worker.js?nested=${SEEN.nested}');`,
};

let server: Server;
let origin: string;
/** Asks the chat of the dedicated worker, and waits for its answer. */
let askDedicated: () => Promise<void>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const script = SCRIPTS[pathname];
    response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' });
    response.end(script ?? PAGE);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url }) => {
    socket.on('message', (data) => socket.send(String(data)));
    if (url !== '/dedicated') return;
    askDedicated = async () => {
      socket.send('are you there?');
      await once(socket, 'message');
    };
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no TCP port.');
  origin = `http://localhost:${address.port}`;
});

afterAll(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Of each socket: where it was seen, its path, its state, how many frames were sent and received. */
const socketsIn = async (panel: Frame): Promise<readonly (readonly string[])[]> => {
  const rows = await panel.$$eval('[data-socket]', (found) =>
    found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
  return rows.map(([place = '', url = '', ...cells]) => [place, new URL(url).pathname, ...cells]).toSorted();
};

/** What the panel names as not seen from here, by kind. */
const blindSpotsIn = (panel: Frame): Promise<Readonly<Record<string, readonly string[]>>> =>
  panel.$$eval('[data-blind]', (lines) =>
    Object.fromEntries(
      lines.map((line) => [
        line.getAttribute('data-blind'),
        [...line.querySelectorAll('code')].map((code) => code.textContent ?? '').toSorted(),
      ]),
    ),
  );

/** What the panel shows of a conversation: its attributes, each with the values that were seen of it. */
function inShort({ dialect, attributes }: ShownConversation): string {
  const seen = attributes.map(({ namespace, key, cells }) => {
    const values = cells.flatMap(({ stage, value }) => (value === null ? [] : [stage, value]));
    return `${namespace}.${key} ${values.join(' ')}`;
  });
  return `${dialect}: ${seen.join(', ')}`;
}

/** Since {@link hurry}: how many pauses are over, how often the network was asked, and whether any of the panel is shown. */
interface Counts {
  pauses: number;
  questions: number;
  inSight: boolean;
}

/**
 * Runs in the panel: its pauses before it may ask are over at once, though by its clock they take their time, and what it
 * asks the network is counted.
 */
function hurry(pauseMs: number): void {
  const counts: Counts = { pauses: 0, questions: 0, inSight: true };
  // Behind another panel of DevTools the document is still called visible.
  const look = ([entry]: readonly IntersectionObserverEntry[]): void => {
    counts.inSight = entry?.isIntersecting === true;
  };
  new IntersectionObserver(look).observe(document.documentElement);
  let waiting = 0;
  const wait = window.setTimeout;
  const start = performance.now();
  performance.now = () => start + counts.pauses * pauseMs;
  const hurried = (work: () => void, delay?: number, ...args: unknown[]): number => {
    if (delay !== pauseMs) return wait(work, delay, ...args);
    return wait(() => {
      // While it waits for an answer, its clock stands still: by what an answer costs it asks more seldom.
      if (waiting === 0) counts.pauses++;
      work();
    }, 20);
  };
  Reflect.set(window, 'setTimeout', hurried);
  Reflect.set(window, 'counts', counts);
  const name: string = 'chrome';
  const network: { getHAR(...args: unknown[]): unknown } = Reflect.get(window, name).devtools.network;
  const { getHAR } = network;
  network.getHAR = async (...args) => {
    counts.questions++;
    waiting++;
    try {
      return await Reflect.apply(getHAR, network, args);
    } finally {
      waiting--;
    }
  };
}

const countsOf = (panel: Frame): Promise<Counts> => panel.evaluate(() => Reflect.get(window, 'counts'));

const visibilityOf = (panel: Frame): Promise<string> => panel.evaluate(() => document.visibilityState);

/** Runs in DevTools, as text: `import()` must reach the browser as it stands. */
const SHOW_CONSOLE = `import('./ui/legacy/legacy.js').then(({ InspectorView }) =>
  InspectorView.InspectorView.instance().showPanel('console'))`;

/** Expects the network to be asked while the panel is in sight, and only then. */
async function expectAskedOnlyInSight({ page, panel, devtools }: Inspection): Promise<void> {
  /** How often it is asked in ten pauses. */
  const askedNow = async (): Promise<number> => {
    const { pauses, questions } = await countsOf(panel);
    await until('ten pauses', async () => (await countsOf(panel)).pauses >= pauses + 10);
    return (await countsOf(panel)).questions - questions;
  };
  const asked = async (): Promise<boolean> => (await askedNow()) > 0;
  await until('the network to be asked', asked);
  const before = await socketsIn(panel);

  const other = await page.browser().newPage();
  await until('the panel to be out of sight', async () => (await visibilityOf(panel)) === 'hidden');
  await askDedicated();
  expect(await askedNow()).toBe(0);
  expect(await socketsIn(panel)).toEqual(before);

  await other.close();
  await page.bringToFront();
  await until('the network to be asked again', asked);

  await devtools.evaluate(SHOW_CONSOLE);
  await until('the panel to be behind another', async () => !(await countsOf(panel)).inSight);
  expect(await askedNow()).toBe(0);
  await openPanel(page);
  await until('the network to be asked once more', asked);
  await expect
    .poll(() => socketsIn(panel), { timeout: 30_000 })
    .toContainEqual(['wire only', '/dedicated', 'not told', '2', '3']);
}

test('sockets of workers and streams are seen on the wire, judged like any others, and told among what is watched', async () => {
  // Docked, DevTools is out of sight with the tab.
  const inspection = await openInspection({ extension: await buildExtension(), dock: 'bottom' });
  try {
    const { page, panel } = inspection;
    await panel.evaluate(hurry, PAUSE_MS);
    await page.goto(origin);
    await panel.locator('[data-action="watched"]').click();
    const frames = (path: string, count: number): readonly string[] => [
      path,
      'not told',
      `${count}`,
      `${count}`,
    ];
    await expect
      .poll(() => socketsIn(panel), { timeout: 45_000 })
      .toEqual([
        ['page', '/page', 'open', '1', '1'],
        ...Object.entries(SEEN).map(([name, count]) => ['wire only', ...frames(`/${name}`, count)]),
        ['wire only', ...frames('/stream', 1)],
      ]);
    const socket = origin.replace('http', 'ws');
    expect(await blindSpotsIn(panel)).toEqual({
      worker: ['/nesting.js', '/worker.js?dedicated=1', '/worker.js?module=2', '/worker.js?shared=1'],
      'wire-only': [...Object.keys(SEEN), 'stream'].map((name) => `${socket}/${name}`),
    });
    expect(
      await panel.$eval('section[aria-label="Not seen from here"]', ({ textContent }) => textContent),
    ).toContain('Sockets in shared workers: neither a hook nor the network’s record has them.');
    expect(await panel.$$('[data-loss]')).toEqual([]);
    expect(
      await panel.$eval('[data-cost]', (cost) => Number(cost.getAttribute('data-cost'))),
    ).toBeGreaterThan(0);
    await expectAskedOnlyInSight(inspection);

    await panel.locator('[data-action="close-watched"]').click();
    await panel.waitForSelector('.trace-pane');
    expect(
      await panel.$eval('[data-notice="wire-only"]', (notice) => notice.getAttribute('data-count')),
    ).toBe('5');
    expect((await readConversations(panel)).map(inShort).toSorted()).toEqual(
      Object.keys(SEEN).map((name) => {
        const value = `"CRM-${name}"`;
        return `cxone-web-messaging: custom.crm_${name} sent ${value} echoed ${value}`;
      }),
    );
  } finally {
    await inspection.close();
  }
});

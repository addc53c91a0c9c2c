import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { openInspection } from '../../src/cli/browser/inspection.ts';
import { readConversations } from '../../src/cli/browser/read-trace.ts';
import { until } from '../../src/cli/browser/until.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';

/** What a chat that lives in a worker sends first. */
const JOIN = JSON.stringify({
  type: 'conversation:join',
  conversationId: 'c-1',
  attributes: { custom: { crm_customer_id: 'CRM-882910' } },
});

const PAGE = `<!doctype html><title>workers</title><script>
  new Worker('/worker.js?dedicated');
  new Worker('/nesting.js');
  navigator.serviceWorker.register('/worker.js?service');
  const hooked = new WebSocket(location.origin.replace('http', 'ws') + '/page');
  hooked.onopen = () => hooked.send('from the page');
  const unhooked = new WebSocketStream(location.origin.replace('http', 'ws') + '/stream');
  unhooked.opened.then(({ writable }) => writable.getWriter().write('from a stream'));
</script>`;

const SCRIPTS: Readonly<Record<string, string>> = {
  '/worker.js': `const socket = new WebSocket(location.origin.replace('http', 'ws') + '/' + location.search.slice(1));
    socket.onopen = () => socket.send(${JSON.stringify(JOIN)});`,
  '/nesting.js': `new Worker('/worker.js?nested');`,
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const script = SCRIPTS[pathname];
    response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' });
    response.end(script ?? PAGE);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(String(data))));
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

test('sockets of workers and streams are seen on the wire, judged like any others, and told among what is watched', async () => {
  const inspection = await openInspection({ extension: await buildExtension() });
  try {
    const { page, panel } = inspection;
    await page.goto(origin);
    await until('four sockets are seen on the wire', async () => {
      const [sockets] = await panel.$$eval('[data-notice="wire-only"]', (found) =>
        found.map((notice) => notice.getAttribute('data-count')),
      );
      return sockets === '4';
    });
    const conversations = await readConversations(panel);
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toMatchObject({ dialect: 'cxone-web-messaging' });
    expect(conversations[0]?.attributes).toMatchObject([{ key: 'crm_customer_id', namespace: 'custom' }]);

    await panel.locator('[data-action="watched"]').click();
    await panel.waitForSelector('[data-socket]');
    const places = await panel.$$eval('[data-socket]', (rows) =>
      rows.map((row) => row.getAttribute('data-socket')),
    );
    expect(places.toSorted()).toEqual(['page', 'wire only', 'wire only', 'wire only', 'wire only']);
    expect(
      await panel.$$eval('[data-blind]', (lines) => lines.map((line) => line.getAttribute('data-blind'))),
    ).toEqual(expect.arrayContaining(['worker', 'wire-only']));
    expect(await panel.$$('[data-loss]')).toEqual([]);
    expect(
      await panel.$eval('[data-cost]', (cost) => Number(cost.getAttribute('data-cost'))),
    ).toBeGreaterThan(0);
    await panel.locator('[data-action="close-watched"]').click();
    await panel.waitForSelector('.trace-pane');
  } finally {
    await inspection.close();
  }
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/**
 * Path of a page of ordinary size, without sockets and SDKs: twenty scripts of 30 KB, two thousand elements. Before them it
 * makes the mark {@link FIRST_SCRIPT}. With any query it is the same page.
 */
export const ORDINARY = '/ordinary';
export const FIRST_SCRIPT = 'first script';

const SCRIPTS = Array.from({ length: 20 }, (_, at) => `<script src="/script-${at}.js"></script>`);
const ITEMS = Array.from({ length: 1_000 }, (_, at) => `<li><a href="#${at}">Item ${at}</a></li>`);
const FIRST = `<script>performance.mark('${FIRST_SCRIPT}')</script>`;
const ORDINARY_PAGE = `<!doctype html><title>shop</title>${FIRST}${SCRIPTS.join('')}<ul>${ITEMS.join('')}</ul>`;
const SCRIPT = `{${Array.from(
  { length: 300 },
  (_, at) =>
    `function step${at}(items) { return items.map((item) => item * ${at}).filter((item) => item % 3 === 0); }`,
).join('\n')}
for (const step of [${Array.from({ length: 300 }, (_, at) => `step${at}`).join()}]) step([1, 2, 3, 4, 5, 6, 7, 8, 9]);
}`;

/**
 * A server with an empty page and {@link ORDINARY}, that takes whatever is sent to its sockets and never answers.
 */
export interface Sink {
  readonly url: string;
  close(): Promise<void>;
}

export async function startSink(): Promise<Sink> {
  let served = 0;
  const server = createServer(({ url }, response) => {
    const script = url?.startsWith('/script') ?? false;
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.setHeader('cache-control', 'no-store');
    // In a page that is isolated from all others the clock ticks in 5 µs instead of 100 µs.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    // A browser that knows a script by heart does not compile it, and it forgets it at times of its own.
    if (script) response.end(`${SCRIPT}\n// ${served++}`);
    else response.end(url?.startsWith(ORDINARY) ? ORDINARY_PAGE : '<!doctype html><title>bench</title>');
  });
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no TCP port.');
  return {
    url: `http://localhost:${address.port}/`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/** A site whose every frame opens a socket and sends its own name, from the first script that it runs. */
export interface FrameSite {
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  /** The names that arrived at the server. */
  readonly arrived: readonly string[];
  close(): Promise<void>;
}

/** The kinds of frame that {@link startFrameSite} serves under `/frames`. */
export const KINDS = [
  'top',
  'same-origin',
  'cross-origin',
  'sandbox',
  'srcdoc',
  'sandboxed-srcdoc',
  'data-url',
  'javascript-url',
  'object',
  'svg',
  'blob',
  'sandboxed-blob',
  'about-blank-at-once',
  'about-blank-later',
  'about-blank-by-src',
  'about-blank-written',
  'touched-before-it-loads',
] as const;

/** Those that are pages of their own, by path. */
export const PAGES = {
  '/strict-csp': 'strict-csp',
  '/sandbox-csp': 'sandbox-csp',
  '/opened': 'opened',
} as const;

type Answer = readonly [body: string, headers?: Record<string, string>];

export async function startFrameSite(): Promise<FrameSite> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    asked.push(pathname);
    const answer = answers(port, searchParams.get('name') ?? 'top', searchParams.get('script') ?? '')[
      pathname
    ];
    const [body, headers = {}] = answer ?? ['', {}];
    response.writeHead(answer ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  const arrived: string[] = [];
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => arrived.push(String(data)));
  });
  // On all addresses: a frame of another origin comes from 127.0.0.1, the page from localhost.
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no TCP port.');
  const { port } = address;
  return {
    url: `http://localhost:${port}`,
    asked,
    arrived,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A script that opens a socket in the realm of `scope` and sends a name through it. */
const speak = (port: number, name: string, scope = 'window'): string =>
  `{ const socket = new ${scope}.WebSocket('ws://localhost:${port}/?${name}'); socket.onopen = () => socket.send('${name}'); }`;

/** Starts three chats at once, and a fourth when the page that was rendered ahead is shown; the server is told of both. */
const CHATTING = `window.cxoneChat = { startChat() {} };
for (let id = 0; id < 3; id++) cxoneChat.startChat({ id });
document.addEventListener('prerenderingchange', () => { cxoneChat.startChat({ id: 3 }); fetch('/shown'); });
addEventListener('load', () => document.prerendering && fetch('/rendered-ahead'));`;

const script = (code: string): string => `<script>${code}</script>`;
const page = (port: number, name: string): string =>
  `<!doctype html><html><head>${script(speak(port, name))}</head><body>${name}</body></html>`;
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** As a string in a script in a page. */
const literal = (text: string): string => JSON.stringify(text).replaceAll('</', '<\\/');

/** @param code the first script of `/scripted`, and of the frame in it */
function answers(port: number, name: string, code: string): Readonly<Record<string, Answer>> {
  return {
    '/scripted': [`<!doctype html>${script(code)}<iframe srcdoc="${attribute(script(code))}"></iframe>`],
    '/child': [page(port, name)],
    '/chatting': [`<!doctype html>${script(CHATTING)}`],
    '/plain': ['<!doctype html><title>plain</title>'],
    '/svg': [
      `<svg xmlns="http://www.w3.org/2000/svg"><script>${attribute(speak(port, name))}</script></svg>`,
      { 'content-type': 'image/svg+xml' },
    ],
    '/frames': [frames(port)],
    '/strict-csp': [
      `<!doctype html><script nonce="n">${speak(port, 'strict-csp')}</script>`,
      {
        'content-security-policy':
          "default-src 'none'; script-src 'nonce-n'; connect-src ws:; require-trusted-types-for 'script'",
      },
    ],
    '/sandbox-csp': [page(port, 'sandbox-csp'), { 'content-security-policy': 'sandbox allow-scripts' }],
    '/opened': [
      `<!doctype html>${script(
        `addEventListener('load', () => { document.open(); document.write(${literal(page(port, 'opened'))}); document.close(); });`,
      )}`,
    ],
  };
}

function frames(port: number): string {
  const child = (name: string): string => attribute(page(port, name));
  return `<!doctype html><html><head>${script(speak(port, 'top'))}</head><body>
<iframe src="/child?name=same-origin"></iframe>
<iframe src="http://127.0.0.1:${port}/child?name=cross-origin"></iframe>
<iframe sandbox="allow-scripts" src="/child?name=sandbox"></iframe>
<iframe srcdoc="${child('srcdoc')}"></iframe>
<iframe sandbox="allow-scripts" srcdoc="${child('sandboxed-srcdoc')}"></iframe>
<iframe src="data:text/html,${encodeURIComponent(page(port, 'data-url'))}"></iframe>
<iframe src="${attribute(`javascript:${JSON.stringify(page(port, 'javascript-url'))}`)}"></iframe>
<object data="/child?name=object" type="text/html"></object>
<iframe src="/svg?name=svg"></iframe>
${script(`
  const add = (set) => { const frame = document.createElement('iframe'); set(frame); document.body.append(frame); return frame.contentWindow; };
  const blob = (html) => URL.createObjectURL(new Blob([html], { type: 'text/html' }));
  add((frame) => { frame.src = blob(${literal(page(port, 'blob'))}); });
  add((frame) => { frame.sandbox = 'allow-scripts'; frame.src = blob(${literal(page(port, 'sandboxed-blob'))}); });
  const scope = add(() => {});
  ${speak(port, 'about-blank-at-once', 'scope')}
  const later = add(() => {});
  setTimeout(() => ${speak(port, 'about-blank-later', 'later')}, 100);
  const bySrc = add((frame) => { frame.src = 'about:blank'; });
  setTimeout(() => ${speak(port, 'about-blank-by-src', 'bySrc')}, 100);
  const written = add(() => {}).document;
  const touched = add((frame) => { frame.src = '/child?name=touched-before-it-loads'; });
  touched.WebSocket.touched = true;
  written.open(); written.write(${literal(page(port, 'about-blank-written'))}); written.close();
`)}
</body></html>`;
}

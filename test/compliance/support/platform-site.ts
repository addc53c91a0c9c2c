import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocketServer } from 'ws';
import type { Env } from './behaviour.ts';

/** The server that the behaviours speak to. */
export interface PlatformSite {
  readonly env: Env;
  close(): Promise<void>;
}

const API = '/api/v2/conversations/webchat';

/** Nothing may be loaded, nothing be evaluated, no text become a script; and whoever tries is told of. */
const STRICT =
  "default-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

export async function startPlatformSite(): Promise<PlatformSite> {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => ['a', 'b'].find((name) => offered.has(name)) ?? false,
  });
  sockets.on('connection', (socket, { url }) => {
    const { searchParams } = new URL(url ?? '/', 'http://site');
    const code = searchParams.get('close');
    if (code !== null) socket.close(Number(code), searchParams.get('reason') ?? '');
    if (searchParams.has('drop')) socket.terminate();
    socket.on('message', (data, isBinary) => {
      if (searchParams.has('length')) socket.send(`${Buffer.isBuffer(data) ? data.length : 'in parts'}`);
      else socket.send(data, { binary: isBinary });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no TCP port.');
  const origin = `http://localhost:${address.port}`;
  return {
    env: {
      origin,
      socket: `ws://localhost:${address.port}/echo`,
      api: `${origin}${API}/echo`,
      other: `${origin}/other/echo`,
      broken: `${origin}${API}/broken`,
      foreign: `http://127.0.0.1:${address.port}${API}/echo`,
      endless: `${origin}${API}/endless`,
      redirect: `${origin}${API}/redirect`,
      slow: `${origin}${API}/slow`,
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://site').pathname;
  if (path.endsWith('/broken')) {
    request.socket.destroy();
  } else if (path.endsWith('/events')) {
    // It never ends.
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
  } else if (path.endsWith('/endless')) {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"line":0}\n');
    const timer = setInterval(() => response.write('{"line":1}\n'), 20);
    response.on('close', () => clearInterval(timer));
  } else if (path.endsWith('/slow')) {
    response.writeHead(200, { 'content-type': 'text/plain' }).write('first ');
    setTimeout(() => response.end('second'), 50);
  } else if (path.endsWith('/redirect')) {
    response.writeHead(307, { location: `${API}/echo` }).end();
  } else if (path.endsWith('/nesting.js')) {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(
      'const inner = new Worker("/worker.js"); inner.onmessage = ({ data }) => postMessage(data); inner.postMessage(1);',
    );
  } else if (path.endsWith('/worker.js')) {
    response.writeHead(200, { 'content-type': 'text/javascript' });
    response.end(
      'onmessage = ({ data }) => postMessage(data); onconnect = ({ ports }) => ports[0].postMessage(1);',
    );
  } else if (path.endsWith('/echo')) {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    response.writeHead(200, { 'content-type': 'application/json', 'x-answer': 'yes' });
    response.end(JSON.stringify({ method: request.method, type: request.headers['content-type'], body }));
  } else {
    const policy = path === '/strict' ? { 'content-security-policy': STRICT } : {};
    response.writeHead(200, { 'content-type': 'text/html', ...policy });
    response.end('<!doctype html><title>plain</title>');
  }
}

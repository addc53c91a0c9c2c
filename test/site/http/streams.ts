import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { STREAM_PROTOCOL } from '../protocol.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { Answer } from './answer.ts';
import type { SocketEnd } from './doors/door.ts';
import { admit } from './doors/doors.ts';
import { splitTarget } from './request.ts';

function refuseUpgrade(socket: Duplex, answer: Answer): void {
  const headers = {
    ...answer.headers,
    'content-length': String(Buffer.byteLength(answer.body)),
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${head.join('')}\r\n${answer.body}`,
  );
}

function connect(socket: WebSocket, end: SocketEnd): void {
  socket.on('message', (data, isBinary) => {
    // No protocol here has binary frames; a stranger's is dropped as everything that is not understood.
    if (!isBinary) end.receive(data.toString());
  });
  socket.on('close', () => end.close?.());
  // A client that breaks the WebSocket protocol loses its socket, and nothing else.
  socket.on('error', () => socket.terminate());
}

/** Serves the sockets of `tenant` on `server`. Returns the way to end them all. */
export function serveStreams(server: Server, tenant: Tenant): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has(STREAM_PROTOCOL) ? STREAM_PROTOCOL : false),
  });
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const offered = (message.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const origin = `http://${message.headers.host}`;
    const admission = admit(tenant, { ...splitTarget(message.url), protocols: offered, origin });
    if (!admission.ok) {
      refuseUpgrade(socket, admission.answer);
      return;
    }
    sockets.handleUpgrade(message, socket, head, (client) => {
      connect(
        client,
        admission.open((frame) => client.send(JSON.stringify(frame))),
      );
    });
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

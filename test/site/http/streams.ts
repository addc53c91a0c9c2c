import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { STREAM_PROTOCOL, WEBCHAT_PATH } from '../protocol.ts';
import type { Conversation } from '../tenant/conversation.ts';
import { EventStream } from '../tenant/stream.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, problem } from './answer.ts';
import { splitTarget } from './request.ts';

const STREAM_PATH = new RegExp(`^${WEBCHAT_PATH}/([^/]+)/stream$`);

type Admission =
  | { readonly ok: true; readonly conversation: Conversation }
  | { readonly ok: false; readonly answer: Answer };

/** Who may open an event stream: whoever shows the session token of its conversation. The rest of the query is not read. */
function admit(tenant: Tenant, message: IncomingMessage): Admission {
  const { path, query } = splitTarget(message.url);
  const refuse = (status: number, code: string, reason: string, action: string): Admission => ({
    ok: false,
    answer: problem({ status, code, message: 'The event stream was not opened.', reason, action }),
  });
  const conversation = tenant.find(STREAM_PATH.exec(path)?.[1] ?? '');
  if (!conversation) {
    return refuse(404, 'not-found', `There is no event stream at ${path}.`, 'Open the eventStreamUri.');
  }
  if (query.get('token') !== conversation.token) {
    return refuse(
      401,
      'token.unknown',
      'The token is not that of this session.',
      'Open the eventStreamUri as given.',
    );
  }
  const offered = (message.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  if (!offered.includes(STREAM_PROTOCOL)) {
    return refuse(400, 'protocol.missing', 'The sub-protocol is not offered.', `Offer "${STREAM_PROTOCOL}".`);
  }
  return { ok: true, conversation };
}

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

function connect(socket: WebSocket, conversation: Conversation): void {
  const stream = new EventStream(conversation, (frame) => socket.send(JSON.stringify(frame)));
  socket.on('message', (data, isBinary) => {
    // The protocol has no binary frames; a stranger's is dropped as everything that is not understood.
    if (!isBinary) stream.receive(data.toString());
  });
  socket.on('close', () => stream.close());
  // A client that breaks the WebSocket protocol loses its socket, and nothing else.
  socket.on('error', () => socket.terminate());
}

/** Serves the event streams of `tenant` on `server`. Returns the way to end them all. */
export function serveStreams(server: Server, tenant: Tenant): () => void {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => STREAM_PROTOCOL });
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const admission = admit(tenant, message);
    if (admission.ok) {
      sockets.handleUpgrade(message, socket, head, (client) => connect(client, admission.conversation));
    } else {
      refuseUpgrade(socket, admission.answer);
    }
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

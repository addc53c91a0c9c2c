import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import { type Session, STREAM_PROTOCOL } from '../../site/protocol.ts';

/** The answer to an upgrade that is refused. */
export async function refusal(
  url: string,
  protocols: readonly string[] = [],
): Promise<{ status: number; problem: unknown }> {
  const socket = new WebSocket(url, [...protocols]);
  const [, response]: [unknown, IncomingMessage] = await new Promise((resolve) =>
    socket.on('unexpected-response', (request, answer) => resolve([request, answer])),
  );
  return { status: response.statusCode ?? 0, problem: JSON.parse(await text(response)) };
}

/** A client of an event stream that keeps every frame until it is asked for. */
export class Client {
  /** Settled when the socket has closed. */
  readonly closed: Promise<unknown>;
  readonly #socket: WebSocket;
  readonly #frames: unknown[] = [];
  readonly #waiting: ((frame: unknown) => void)[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.closed = once(socket, 'close');
    socket.on('message', (data) => {
      const frame: unknown = JSON.parse(data.toString());
      const next = this.#waiting.shift();
      if (next) next(frame);
      else this.#frames.push(frame);
    });
  }

  static async open(url: string, protocols: readonly string[] = [STREAM_PROTOCOL]): Promise<Client> {
    const socket = new WebSocket(url, [...protocols]);
    const client = new Client(socket);
    await once(socket, 'open');
    return client;
  }

  /** Opens the stream of a session and joins; `frame` is the first that came back. */
  static async join(session: Session, attributes?: unknown): Promise<{ client: Client; frame: unknown }> {
    const client = await Client.open(session.eventStreamUri);
    const { conversationId, participantId } = session;
    client.send({ type: 'conversation:join', conversationId, participantId, attributes });
    return { client, frame: await client.next() };
  }

  get open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(frame: unknown): void {
    this.sendRaw(JSON.stringify(frame));
  }

  sendRaw(data: string | Buffer): void {
    this.#socket.send(data);
  }

  /** The oldest frame that was not asked for yet, or the next one to come. */
  next(): Promise<unknown> {
    const frame = this.#frames.shift();
    if (frame !== undefined) return Promise.resolve(frame);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Sends a frame that is answered with one. */
  ask(frame: unknown): Promise<unknown> {
    this.send(frame);
    return this.next();
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }
}

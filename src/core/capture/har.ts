import type { Body } from './event.ts';
import { type Fields, isFields, isText } from './guards.ts';

/** A frame as the network saw it. */
export interface WireFrame {
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly direction: 'out' | 'in';
  readonly body: Body;
}

/** A WebSocket as the network saw it, whoever opened it: a page, a frame, a worker. */
export interface WireSocket {
  readonly url: string;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  /** What went over it, for {@link framesOf}: most sockets are hooked, and nobody asks. `null`: this browser does not tell. */
  readonly messages: readonly unknown[] | null;
}

/** Longest frame that is kept whole, in UTF-16 code units or bytes: as the page script keeps them. */
const MAX_TEXT = 256 * 1024;
const MAX_BINARY = 16 * 1024;

/**
 * The WebSockets of a HAR, in order of time. Chromium writes the frames of a socket as `_webSocketMessages`; Firefox has
 * the request alone.
 * @param har what `devtools.network.getHAR()` gives, or a HAR file's `log`; anything else has no sockets
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Network/#type-WebSocketFrame
 */
export function webSocketsOf(har: unknown): readonly WireSocket[] {
  const log = isFields(har) && isFields(har.log) ? har.log : har;
  if (!isFields(log) || !Array.isArray(log.entries)) return [];
  return log.entries.flatMap(toSocket).sort((a, b) => a.time - b.time);
}

function toSocket(entry: unknown): readonly WireSocket[] {
  if (!isFields(entry) || !isFields(entry.request) || !isText(entry.request.url)) return [];
  const url = entry.request.url.replace(/^http/, 'ws');
  const time = isText(entry.startedDateTime) ? Date.parse(entry.startedDateTime) : Number.NaN;
  const status = isFields(entry.response) ? entry.response.status : 0;
  const isSocket = entry._resourceType === 'websocket' || /^wss?:/.test(entry.request.url) || status === 101;
  if (!isSocket || Number.isNaN(time)) return [];
  const messages = entry._webSocketMessages;
  return [{ url, time, messages: Array.isArray(messages) ? messages : null }];
}

/** The frames among the messages of a socket. */
export const framesOf = (messages: readonly unknown[]): readonly WireFrame[] => messages.flatMap(toFrame);

function toFrame(message: unknown): readonly WireFrame[] {
  if (!isFields(message) || typeof message.time !== 'number' || !isText(message.data)) return [];
  const body = toBody(message, message.data);
  if (!body) return [];
  const direction = message.type === 'send' ? 'out' : 'in';
  return [{ time: message.time * 1000, direction, body }];
}

/** Control frames (close, ping, pong) are no messages. */
function toBody({ opcode }: Fields, data: string): Body | null {
  if (opcode === 1) {
    if (data === '') return { type: 'none' };
    const text = { type: 'text', text: data.slice(0, MAX_TEXT), size: data.length } as const;
    return data.length > MAX_TEXT ? { ...text, cut: true } : text;
  }
  if (opcode !== 2) return null;
  const padding = /=*$/.exec(data)?.[0].length ?? 0;
  const size = (data.length / 4) * 3 - padding;
  // Four letters are three bytes: cut between them.
  const kept = data.slice(0, Math.ceil(MAX_BINARY / 3) * 4);
  const binary = { type: 'binary', base64: kept, size } as const;
  return kept.length < data.length ? { ...binary, cut: true } : binary;
}

import {
  type CallEvent,
  type DocumentEvent,
  type FrameEvent,
  NOTICE_CODES,
  type NoticeCode,
  type NoticeEvent,
  type RequestEvent,
  type ResponseEvent,
  type ReturnEvent,
  type SocketEvent,
} from './event.ts';
import { type Fields, isCount, isFields, isFlag, isName, isOptional, isText, isTime } from './guards.ts';
import { parseBody } from './parse-body.ts';
import { parseSnapshot, parseSnapshots } from './parse-snapshot.ts';

/** Most headers or sub-protocols taken. */
const MAX_LIST = 1000;

/**
 * A copy of an untrusted event that has its known fields and no others.
 * @returns `null` when a field is missing or is not what {@link DocumentEvent} says. Never throws on plain data.
 */
export function parseDocumentEvent(value: unknown): DocumentEvent | null {
  if (!isFields(value) || !isCount(value.seq) || !isTime(value.time)) return null;
  switch (value.kind) {
    case 'call':
      return parseCall(value, value.seq, value.time);
    case 'return':
      return parseReturn(value, value.seq, value.time);
    case 'socket':
      return parseSocket(value, value.seq, value.time);
    case 'frame':
      return parseFrame(value, value.seq, value.time);
    case 'request':
      return parseRequest(value, value.seq, value.time);
    case 'response':
      return parseResponse(value, value.seq, value.time);
    case 'notice':
      return parseNotice(value, value.seq, value.time);
    default:
      return null;
  }
}

function parseCall(value: Fields, seq: number, time: number): CallEvent | null {
  const { call, api, method, instance, queued } = value;
  const args = parseSnapshots(value.args);
  if (!isCount(call) || !isName(api) || !isName(method) || !args) return null;
  if (!isOptional(instance, isCount) || !isFlag(queued)) return null;
  return {
    kind: 'call',
    seq,
    time,
    call,
    api,
    method,
    args,
    ...(instance !== undefined && { instance }),
    ...(queued && { queued }),
  };
}

function parseReturn(value: Fields, seq: number, time: number): ReturnEvent | null {
  const { call, outcome } = value;
  const result = parseSnapshot(value.value);
  if (!isCount(call) || (outcome !== 'returned' && outcome !== 'threw') || result === undefined) return null;
  return { kind: 'return', seq, time, call, outcome, value: result };
}

function parseSocket(value: Fields, seq: number, time: number): SocketEvent | null {
  const { socket, phase, url, protocols, code, reason, cause } = value;
  if (!isCount(socket) || !isPhase(phase) || !isText(url)) return null;
  if (!isOptional(protocols, isNames) || !isOptional(code, isCount)) return null;
  if (!isOptional(reason, isText) || !isOptional(cause, isCount)) return null;
  return {
    kind: 'socket',
    seq,
    time,
    socket,
    phase,
    url,
    ...(protocols && { protocols: [...protocols] }),
    ...(code !== undefined && { code }),
    ...(reason !== undefined && { reason }),
    ...(cause !== undefined && { cause }),
  };
}

function parseFrame(value: Fields, seq: number, time: number): FrameEvent | null {
  const { socket, direction } = value;
  const body = parseBody(value.body);
  if (!isCount(socket) || (direction !== 'out' && direction !== 'in') || !body) return null;
  return { kind: 'frame', seq, time, socket, direction, body };
}

function parseRequest(value: Fields, seq: number, time: number): RequestEvent | null {
  const { request, via, method, url, cause } = value;
  const headers = parseHeaders(value.headers);
  const body = parseBody(value.body);
  if (!isCount(request) || !isVia(via) || !isName(method) || !isText(url)) return null;
  if (!headers || !body || !isOptional(cause, isCount)) return null;
  const event = { kind: 'request', seq, time, request, via, method, url, headers, body } as const;
  return cause === undefined ? event : { ...event, cause };
}

function parseResponse(value: Fields, seq: number, time: number): ResponseEvent | null {
  const { request, status } = value;
  const body = parseBody(value.body);
  if (!isCount(request) || !isCount(status) || status > 999 || !body) return null;
  return { kind: 'response', seq, time, request, status, body };
}

function parseNotice(value: Fields, seq: number, time: number): NoticeEvent | null {
  const { code, detail, count } = value;
  if (!isNoticeCode(code) || !isText(detail) || !isOptional(count, isCount)) return null;
  const event = { kind: 'notice', seq, time, code, detail } as const;
  return count === undefined ? event : { ...event, count };
}

function parseHeaders(value: unknown): RequestEvent['headers'] | null {
  if (!Array.isArray(value) || value.length > MAX_LIST) return null;
  const headers: (readonly [string, string])[] = [];
  for (const header of value) {
    if (!Array.isArray(header) || header.length !== 2) return null;
    const [name, content]: readonly unknown[] = header;
    if (!isName(name) || !isText(content)) return null;
    headers.push([name, content]);
  }
  return headers;
}

function isNames(value: unknown): value is readonly string[] {
  if (!Array.isArray(value) || value.length > MAX_LIST) return false;
  // Not `every`, which passes over holes.
  for (const name of value) if (!isName(name)) return false;
  return true;
}

function isPhase(value: unknown): value is SocketEvent['phase'] {
  return value === 'connecting' || value === 'open' || value === 'error' || value === 'closed';
}

function isVia(value: unknown): value is RequestEvent['via'] {
  return value === 'fetch' || value === 'xhr' || value === 'beacon';
}

const CODES: ReadonlySet<unknown> = new Set(NOTICE_CODES);

function isNoticeCode(value: unknown): value is NoticeCode {
  return CODES.has(value);
}

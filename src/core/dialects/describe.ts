import { decodeBody } from '../capture/decode.ts';
import { formatSnapshot } from '../capture/display.ts';
import type { CapturedEvent, FrameEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import type { Dialect, EventName } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { parseUrl } from './url.ts';

/** One line of a timeline. */
export interface EventDescription {
  readonly title: string;
  readonly direction: 'out' | 'in' | 'none';
  /** UTF-16 code units of text, bytes of anything else; `null` where there is no content. */
  readonly size: number | null;
  /** Folded unless asked for: heartbeats, typing. */
  readonly noise: boolean;
}

/** Which way an event goes. */
export function directionOf(event: CapturedEvent): EventDescription['direction'] {
  switch (event.kind) {
    case 'call':
    case 'request':
      return 'out';
    case 'return':
    case 'response':
      return 'in';
    case 'frame':
      return event.direction;
    case 'socket':
    case 'notice':
      return 'none';
  }
}

/** Names an event for a list, in the words of the dialect that knows it, else in its own. */
export function describeEvent(event: CapturedEvent, dialects = DIALECTS): EventDescription {
  const direction = directionOf(event);
  switch (event.kind) {
    case 'call': {
      const callee = event.method === 'constructor' ? `new ${event.api}` : joinCall(event.api, event.method);
      const args = event.args.map((arg) => formatSnapshot(arg, 60)).join(', ');
      return { title: `${callee}(${args})`, direction, size: null, noise: false };
    }
    case 'return': {
      const verb = event.outcome === 'threw' ? 'threw' : 'returned';
      return {
        title: `${verb} ${formatSnapshot(event.value, 60)}`,
        direction,
        size: null,
        noise: false,
      };
    }
    case 'socket':
      return {
        title: `socket ${event.phase} ${shortUrl(event.url)}`,
        direction,
        size: null,
        noise: false,
      };
    case 'frame': {
      const { body } = event;
      const size = body.type === 'none' ? 0 : (body.size ?? null);
      const named = nameBy(event, dialects);
      return { title: named?.title ?? unnamed(event), direction, size, noise: named?.noise ?? false };
    }
    case 'request': {
      const size = event.body.type === 'none' ? null : (event.body.size ?? null);
      return { title: `${event.method} ${shortUrl(event.url)}`, direction, size, noise: false };
    }
    case 'response': {
      const size = event.body.type === 'none' ? null : (event.body.size ?? null);
      const title = event.status === 0 ? 'request failed' : `answered ${event.status}`;
      return { title, direction, size, noise: false };
    }
    case 'notice':
      return { title: `${event.code}: ${event.detail}`, direction, size: null, noise: false };
  }
}

const joinCall = (api: string, method: string): string => (method === '' ? api : `${api}.${method}`);

function nameBy({ body }: FrameEvent, dialects: readonly Dialect[]): EventName | null {
  const content = decodeBody(body);
  for (const dialect of dialects) {
    const name = dialect.nameFrame(content);
    // A declaration cannot say what is noise: there the word of those that can counts.
    if (name) return DIALECTS.includes(dialect) ? name : { ...name, noise: isNoise(content) };
  }
  return null;
}

const isNoise = (content: Snapshot | undefined): boolean =>
  DIALECTS.some((dialect) => dialect.nameFrame(content)?.noise);

function unnamed(event: CapturedEvent & { kind: 'frame' }): string {
  const { body } = event;
  switch (body.type) {
    case 'text':
      return body.text.slice(0, 80);
    case 'binary':
      return 'binary frame';
    case 'opaque':
      return body.what;
    case 'none':
      return 'empty frame';
  }
}

/** A URL without its origin and query, which are in the details. */
function shortUrl(url: string): string {
  const parsed = parseUrl(url);
  return parsed === null ? url.slice(0, 80) : parsed.pathname;
}

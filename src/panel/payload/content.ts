import { decodeBody } from '../../core/capture/decode.ts';
import { formatSnapshotLines } from '../../core/capture/display.ts';
import type { Body, CapturedEvent } from '../../core/capture/event.ts';
import type { Snapshot } from '../../core/capture/snapshot.ts';
import { parseUrl, queryObject } from '../../core/dialects/url.ts';

/** What an event carried, in the form in which it is shown. Paths of sightings start at the value. */
export type Content =
  | { readonly kind: 'value'; readonly before: string; readonly value: Snapshot; readonly after: string }
  | { readonly kind: 'text'; readonly text: string; readonly note: string }
  | { readonly kind: 'nothing'; readonly note: string };

/** The payload of an event. */
export function contentOf(event: CapturedEvent): Content {
  switch (event.kind) {
    case 'call':
      return argumentsOf(event.method === '' ? event.api : `${event.api}.${event.method}`, event.args);
    case 'return':
      return { kind: 'value', before: '', value: event.value, after: '' };
    case 'socket': {
      const url = parseUrl(event.url);
      const query = url === null ? {} : queryObject(url.searchParams);
      return { kind: 'value', before: `${event.url.split('?')[0]}?`, value: query, after: '' };
    }
    case 'frame':
    case 'request':
    case 'response':
      return bodyOf(event.body);
    case 'notice':
      return { kind: 'text', text: event.detail, note: event.code };
  }
}

/** Attributes ride in the first argument, so paths start there; what else was given stands after it. */
function argumentsOf(callee: string, args: readonly Snapshot[]): Content {
  const [first, ...rest] = args;
  if (first === undefined) return { kind: 'nothing', note: 'Called without arguments' };
  if (rest.length === 0) return { kind: 'value', before: `${callee}(`, value: first, after: ')' };
  return { kind: 'value', before: `${callee}(`, value: first, after: `, … ${rest.length} more)` };
}

function bodyOf(body: Body): Content {
  switch (body.type) {
    case 'none':
      return { kind: 'nothing', note: 'No body' };
    case 'opaque':
      return { kind: 'nothing', note: `A ${body.what}, which is not read` };
    case 'binary':
      return { kind: 'text', text: body.base64, note: `${body.size} bytes, in base64` };
    case 'text': {
      const value = decodeBody(body);
      if (value !== undefined) return { kind: 'value', before: '', value, after: '' };
      const note = body.cut ? `Cut: ${body.text.length} of ${body.size} characters were kept` : 'Not JSON';
      return { kind: 'text', text: body.text, note };
    }
  }
}

/** The payload of an event as text to copy: a call as code, a socket as its address, the rest as JSON or as it was. */
export function textOf(event: CapturedEvent): string {
  const content = contentOf(event);
  switch (content.kind) {
    case 'nothing':
      return '';
    case 'text':
      return content.text;
    case 'value':
      if (event.kind === 'call') return `${content.before}${event.args.map(formatSnapshotLines).join(', ')})`;
      return event.kind === 'socket' ? event.url : JSON.stringify(content.value, null, 2);
  }
}

import { decodeBody } from '../../core/capture/decode.ts';
import { formatSnapshotLines } from '../../core/capture/display.ts';
import type { Body, CapturedEvent } from '../../core/capture/event.ts';
import type { Snapshot } from '../../core/capture/snapshot.ts';
import { parseUrl, queryObject } from '../../core/dialects/url.ts';

/** What an event carried, in the form in which it is shown. Paths of sightings start at the value, or at the first argument. */
export type Content =
  | { readonly kind: 'arguments'; readonly callee: string; readonly args: readonly Snapshot[] }
  | { readonly kind: 'value'; readonly before: string; readonly value: Snapshot }
  | { readonly kind: 'text'; readonly text: string; readonly note: string }
  | { readonly kind: 'nothing'; readonly note: string };

/** The payload of an event. */
export function contentOf(event: CapturedEvent): Content {
  switch (event.kind) {
    case 'call':
      return argumentsOf(event.method === '' ? event.api : `${event.api}.${event.method}`, event.args);
    case 'return':
      return { kind: 'value', before: '', value: event.value };
    case 'socket': {
      const url = parseUrl(event.url);
      const query = url === null ? {} : queryObject(url.searchParams);
      return { kind: 'value', before: `${event.url.split('?')[0]}?`, value: query };
    }
    case 'frame':
    case 'request':
    case 'response':
      return bodyOf(event.body);
    case 'notice':
      return { kind: 'text', text: event.detail, note: event.code };
  }
}

function argumentsOf(callee: string, args: readonly Snapshot[]): Content {
  return args.length === 0
    ? { kind: 'nothing', note: 'Called without arguments' }
    : { kind: 'arguments', callee, args };
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
      if (value !== undefined) return { kind: 'value', before: '', value };
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
    case 'arguments':
      return `${content.callee}(${content.args.map(formatSnapshotLines).join(', ')})`;
    case 'value':
      return event.kind === 'socket' ? event.url : JSON.stringify(content.value, null, 2);
  }
}

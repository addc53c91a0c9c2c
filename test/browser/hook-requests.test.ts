import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body, CapturedEvent } from '../../src/core/capture/event.ts';
import { startWatch, type Watch } from './support/watch.ts';

let watch: Watch;

beforeAll(async () => {
  watch = await startWatch();
});

afterAll(() => watch?.close());

/** Requests and responses, each in a line. */
function exchanges(events: readonly CapturedEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.kind === 'request') {
      const { via, method, body, headers } = event;
      return [`${via} ${method} ${JSON.stringify(headers)} ${inShort(body)}`];
    }
    return event.kind === 'response' ? [`${event.status} ${inShort(event.body)}`] : [];
  });
}

function inShort(body: Body): string {
  switch (body.type) {
    case 'none':
      return 'nothing';
    case 'text':
      return body.text;
    case 'binary':
      return `bytes ${body.base64}`;
    case 'opaque':
      return `an unread ${body.what}`;
  }
}

describe('a request that a dialect names is seen', () => {
  test('by fetch, whatever its body and headers came in', async () => {
    const events = await watch.seenOf(async ({ api }) => {
      const post = (init: RequestInit): Promise<Response> => fetch(api, { method: 'post', ...init });
      await post({ body: '{"a":1}', headers: { 'X-A': '1' } });
      await post({ body: new URLSearchParams('a=1'), headers: [['X-B', '2']] });
      await post({ body: new TextEncoder().encode('hi'), headers: new Headers({ 'X-C': '3' }) });
      await post({ body: new Blob(['{"b":2}'], { type: 'application/json' }) });
      await post({ body: new FormData() });
      await fetch(new Request(api, { method: 'PUT', body: 'of the request', headers: { 'X-D': '4' } }));
      await fetch(new URL(api));
      const cached = { mode: 'same-origin', cache: 'only-if-cached' } as const;
      await fetch(new Request(api, { ...cached, method: 'POST', body: 'cached' })).catch(() => null);
      await fetch(new Request(api, cached)).catch(() => null);
      const { body } = new Response('a stream');
      const streamed = new Request(api, { method: 'POST', body, duplex: 'half' } as RequestInit);
      // Only a server that speaks HTTP/2 is sent a stream.
      await fetch(streamed).catch(() => null);
    });
    expect(exchanges(events).filter((line) => line.startsWith('fetch'))).toEqual([
      'fetch POST [["X-A","1"]] {"a":1}',
      'fetch POST [["X-B","2"]] a=1',
      'fetch POST [["x-c","3"]] bytes aGk=',
      'fetch POST [] {"b":2}',
      'fetch POST [] an unread FormData',
      'fetch PUT [["content-type","text/plain;charset=UTF-8"],["x-d","4"]] of the request',
      'fetch GET [] nothing',
      'fetch POST [["content-type","text/plain;charset=UTF-8"]] cached',
      'fetch GET [] nothing',
      'fetch POST [] an unread ReadableStream',
    ]);
  });

  test('by XMLHttpRequest, asynchronous or not, with every kind of answer', async () => {
    const events = await watch.seenOf(async ({ api }) => {
      const sync = new XMLHttpRequest();
      sync.open('PUT', api, false);
      sync.setRequestHeader('Content-Type', 'application/json');
      sync.send('{"a":1}');
      for (const type of ['text', 'json', 'arraybuffer', 'blob'] as const) {
        const xhr = new XMLHttpRequest();
        xhr.responseType = type;
        xhr.open('POST', api);
        xhr.send(type);
        await new Promise((resolve) => {
          xhr.onloadend = resolve;
        });
      }
    });
    const answer = (method: string, type: string, body: string): string =>
      `200 ${JSON.stringify({ method, type, body })}`;
    const plain = 'text/plain;charset=UTF-8';
    const encoded = Buffer.from(JSON.stringify({ method: 'POST', type: plain, body: 'arraybuffer' }));
    expect(exchanges(events)).toEqual([
      'xhr PUT [["Content-Type","application/json"]] {"a":1}',
      answer('PUT', 'application/json', '{"a":1}'),
      'xhr POST [] text',
      answer('POST', plain, 'text'),
      'xhr POST [] json',
      answer('POST', plain, 'json'),
      'xhr POST [] arraybuffer',
      `200 bytes ${encoded.toString('base64')}`,
      'xhr POST [] blob',
      answer('POST', plain, 'blob'),
    ]);
  });

  test('by XMLHttpRequest, with the answer that came, whatever event the page makes up before', async () => {
    const events = await watch.seenOf(async ({ api }) => {
      const xhr = new XMLHttpRequest();
      xhr.open('DELETE', api);
      xhr.send();
      xhr.dispatchEvent(new ProgressEvent('loadend'));
      await new Promise((resolve) => {
        xhr.onloadend = resolve;
      });
    });
    const answer = { method: 'DELETE', body: '' };
    expect(exchanges(events)).toEqual(['xhr DELETE [] nothing', `200 ${JSON.stringify(answer)}`]);
  });

  test('by sendBeacon, when the browser takes it', async () => {
    const events = await watch.seenOf(({ api }) => {
      navigator.sendBeacon(api, 'text');
      navigator.sendBeacon(api, new Blob(['{"a":1}'], { type: 'application/json' }));
      navigator.sendBeacon(api, 'x'.repeat(100_000));
    });
    expect(exchanges(events)).toEqual(['beacon POST [] text', 'beacon POST [] {"a":1}']);
  });

  test('also when no answer comes', async () => {
    const events = await watch.seenOf(async ({ broken }) => {
      await fetch(broken).catch(() => null);
      const xhr = new XMLHttpRequest();
      xhr.open('GET', broken);
      xhr.send();
      await new Promise((resolve) => {
        xhr.onloadend = resolve;
      });
    });
    expect(exchanges(events)).toEqual([
      'fetch GET [] nothing',
      '0 nothing',
      'xhr GET [] nothing',
      '0 nothing',
    ]);
  });

  test('but an answer is not read to its end that the page has aborted', async () => {
    const events = await watch.seenOf(async ({ endless }) => {
      const all = new AbortController();
      await fetch(endless, { signal: all.signal });
      all.abort();
    });
    expect(exchanges(events)).toEqual(['fetch GET [] nothing', '200 an unread stream']);
  });

  test('nor one that has no end, for longer than the page can bear', async () => {
    const events = await watch.seenOf(async ({ endless, api }) => {
      // A browser has six connections for one host, and gives none of them back while somebody reads.
      for (let count = 0; count < 6; count++) await (await fetch(endless)).body?.cancel();
      await fetch(api);
    });
    expect(exchanges(events)).toContain('200 an unread stream');
  });

  test('and no other is', async () => {
    const events = await watch.seenOf(async ({ other }) => {
      await fetch(other, { method: 'POST', body: 'x' });
      const xhr = new XMLHttpRequest();
      xhr.open('GET', other, false);
      xhr.send();
      navigator.sendBeacon(other, 'x');
    });
    expect(events).toEqual([]);
  });
});

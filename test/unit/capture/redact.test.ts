import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Capture, parseCapture, serializeCapture } from '../../../src/core/capture/capture-file.ts';
import { parseJson } from '../../../src/core/capture/decode.ts';
import type { Body, CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import type { Mapping, MappingRow } from '../../../src/core/mapping/mapping.ts';
import { CAPTURE, CRM_ID, TOKEN } from './example.ts';

function mappingOf(...attributes: readonly MappingRow[]): Mapping {
  return { version: 1, name: 'x', dialect: 'cxone-web-messaging', unmapped: 'warn', attributes };
}

const SENSITIVE = mappingOf({ key: 'crm_customer_id', namespace: 'custom', sensitive: true });

function captureOf(...events: readonly CapturedEvent[]): Capture {
  return { documents: [{ id: 'd', url: 'https://shop.example/', top: true }], events, lost: 0 };
}

let seq = 0;

function frame(text: string, cut?: true): CapturedEvent {
  const body: Body = { type: 'text', text, size: text.length, ...(cut && { cut }) };
  return { kind: 'frame', document: 'd', seq: seq++, time: 1, socket: 0, direction: 'out', body };
}

function call(...args: readonly Snapshot[]): CapturedEvent {
  return { kind: 'call', document: 'd', seq: seq++, time: 1, call: 0, api: 'chat', method: 'start', args };
}

function redact(capture: Capture, mapping: Mapping | null = null): Capture {
  const result = parseCapture(serializeCapture(capture, { redact: true, mapping }));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.capture;
}

function redactText(text: string, mapping: Mapping | null = null): string {
  const [event] = redact(captureOf(frame(text)), mapping).events;
  return event?.kind === 'frame' && event.body.type === 'text' ? event.body.text : '';
}

describe('credentials are taken out by their names', () => {
  it.each([
    'token',
    'access_token',
    'sessionToken',
    'password',
    'Authorization',
    'set-cookie',
    'clientSecret',
    'X-Api-Key',
  ])('%s', (name) => {
    expect(redactText(JSON.stringify({ [name]: 'abc', name: 'abc' }))).toBe(
      JSON.stringify({ [name]: '[redacted-1]', name: 'abc' }),
    );
  });

  it('with all that is under such a name', () => {
    expect(redactText('{"credentials":{"user":"u-1234","codes":[123456,true]}}')).toBe(
      '{"credentials":{"user":"[redacted-1]","codes":["[redacted-2]",true]}}',
    );
  });

  it('in headers', () => {
    const text = serializeCapture(CAPTURE, { redact: true, mapping: null });
    expect(text).not.toContain('0a1b2c3d4e5f');
    expect(text).toContain('application/json');
  });

  it('in URLs and forms', () => {
    expect(redactText('user=jo&password=hunter22&x=1')).toBe('user=jo&password=[redacted-1]&x=1');
    expect(redactText('"wss://a.example/s?token=abcdef&v=2"')).toBe(
      '"wss://a.example/s?token=[redacted-1]&v=2"',
    );
  });

  it('in a frame that was cut, which is no JSON any more', () => {
    const [event] = redact(captureOf(frame('{"token":"abc\\"def","text":"hel', true))).events;
    expect(event).toMatchObject({ body: { text: '{"token":"[redacted-1]","text":"hel', cut: true } });
  });

  it('in a frame that was cut within a secret of megabytes, whatever it is made of', () => {
    for (const part of ['a', 'a\\n', '\\"', '\\\\']) {
      const [event] = redact(captureOf(frame(`{"token":"${part.repeat(1_000_000)}`, true))).events;
      expect(event).toMatchObject({ body: { text: '{"token":"[redacted-1]' } });
    }
  });

  it('in JSON inside JSON, also when that was cut', () => {
    const inner = JSON.stringify({ token: 'abcdef' });
    const outer = JSON.stringify({ body: inner });
    expect(redactText(outer)).toBe(outer.replace('abcdef', '[redacted-1]'));
    const [event] = redact(captureOf(frame(outer.slice(0, -3), true))).events;
    expect(event).toMatchObject({ body: { text: outer.slice(0, -3).replace('abcdef', '[redacted-1]') } });
  });

  it('as a sub-protocol after the one that names it', () => {
    const socket: CapturedEvent = {
      kind: 'socket',
      document: 'd',
      seq: 0,
      time: 1,
      socket: 0,
      phase: 'connecting',
      url: 'wss://a.example/',
      protocols: ['access_token', 'q1w2e3r4', 'chat.v1', btoa('{"token":"abcdef"}')],
    };
    expect(redact(captureOf(socket)).events).toMatchObject([
      { protocols: ['access_token', '[redacted-1]', 'chat.v1', btoa('{"token":"[redacted-2]"}')] },
    ]);
  });
});

describe('credentials are taken out by their form', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';

  it.each([
    [`see ${jwt}.`, 'see [redacted-1].'],
    ['curl -H "x: Bearer 0a1b2c3d4e"', 'curl -H "x: Bearer [redacted-1]"'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it('and what only looks like one stays', () => {
    const text = '{"text":"Basic knowledge is enough; a=b; token of love"}';
    expect(redactText(text)).toBe(text);
  });
});

describe('values of sensitive rows are taken out', () => {
  it('wherever they occur', () => {
    const text = serializeCapture(CAPTURE, { redact: true, mapping: SENSITIVE });
    expect(text).not.toContain(CRM_ID);
    expect(text).not.toContain(TOKEN);
    for (const [base64] of text.matchAll(/(?<="base64":")[^"]*/g)) expect(atob(base64)).not.toContain(CRM_ID);
    expect(text).toContain('gold');
  });

  it('under their aliases, other spellings and overridden places', () => {
    const row = {
      key: 'crm_customer_id',
      namespace: 'custom',
      aliases: ['klant'],
      paths: { sent: 'ctx.crm.number' },
      sensitive: true,
    };
    const text =
      '{"klant":"A-1000","crmCustomerId":"B-2000","crm_custmer_id":"C-3000","number":4000,"x":"E-5000"}';
    expect(redactText(text, mappingOf(row))).toBe(
      '{"klant":"[redacted-1]","crmCustomerId":"[redacted-2]","crm_custmer_id":"[redacted-3]","number":"[redacted-4]","x":"E-5000"}',
    );
  });

  it('where a field names what its neighbour holds', () => {
    expect(redactText('{"ident":"crm_customer_id","value":"A-1000","order":1}', SENSITIVE)).toBe(
      '{"ident":"crm_customer_id","value":"[redacted-1]","order":1}',
    );
  });

  it('in snapshots, marks included', () => {
    const value = {
      $mark: 'object',
      name: 'Options',
      entries: [['crm_customer_id', { $mark: 'bigint', value: '123456' }]],
      more: 0,
    };
    const [event] = redact(captureOf(call(value, 'id 123456')), SENSITIVE).events;
    expect(event).toMatchObject({
      args: [
        { entries: [['crm_customer_id', { $mark: 'bigint', value: '[redacted-1]' }]] },
        'id [redacted-1]',
      ],
    });
  });

  it('as literals that the mapping itself expects', () => {
    const row = { key: 'a', namespace: 'custom', sensitive: true, expected: 'CRM-123456' };
    expect(redactText('{"b":"CRM-123456"}', mappingOf(row))).toBe('{"b":"[redacted-1]"}');
  });

  it('only in their own place when they are so short that they mean something else elsewhere', () => {
    expect(redactText('{"crm_customer_id":"1","page":"1","count":1}', SENSITIVE)).toBe(
      '{"crm_customer_id":"[redacted-1]","page":"1","count":1}',
    );
  });
});

describe('a redacted capture can still be judged', () => {
  it('since equal secrets stay equal and different ones differ', () => {
    const { events } = redact(
      captureOf(
        frame('{"crm_customer_id":"CRM-882910"}'),
        frame('{"crm_customer_id":"CRM-000000"}'),
        frame('{"crm_customer_id":"CRM-882910"}'),
      ),
      SENSITIVE,
    );
    const [first, second, third] = events.map((event) => (event.kind === 'frame' ? event.body : null));
    expect(first).toEqual(third);
    expect(first).not.toEqual(second);
  });

  it('since a token still joins the response and the socket', () => {
    const { events } = redact(CAPTURE);
    const url = events.flatMap((event) => (event.kind === 'socket' ? [event.url] : []))[0];
    const response = events.find((event) => event.kind === 'response' && event.status === 201);
    const body = response?.kind === 'response' && response.body.type === 'text' ? response.body.text : '';
    expect(parseJson(body)).toMatchObject({ eventStreamUri: url });
  });

  it('since a text that holds no secret stays the same to the letter', () => {
    const text = '{ "a" : 1.0, "id": 12345678901234567890, "a": 2 }';
    expect(redactText(text, SENSITIVE)).toBe(text);
  });

  it('and redacting it again changes nothing that can be told', () => {
    const once = redact(CAPTURE, SENSITIVE);
    expect(redact(once, SENSITIVE).events.length).toBe(once.events.length);
    expect(serializeCapture(redact(once, SENSITIVE), { redact: false, mapping: null })).toMatch(
      /\[redacted-1\]/,
    );
  });
});

describe('wherever a secret is', () => {
  /** At least 12 letters, so that it is not in the file by chance. */
  const secret = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 }), fc.stringMatching(/^[a-z]{12}$/))
    .map(([wild, plain]) => `${wild}${plain}`);

  const places: readonly ((secret: string) => CapturedEvent)[] = [
    (value) => call({ note: `is ${value}!` }),
    (value) => call({ [value]: 1 }),
    (value) =>
      frame(JSON.stringify({ text: value, nested: JSON.stringify({ deep: JSON.stringify([value]) }) })),
    (value) => frame(`no JSON: ${value}`),
    (value) => frame(`{"text":${JSON.stringify(value)}, "cut`, true),
    (value) => ({
      kind: 'socket',
      document: 'd',
      seq: 0,
      time: 1,
      socket: 0,
      phase: 'closed',
      url: `wss://a.example/?x=${encodeURIComponent(value)}&${new URLSearchParams({ y: value })}`,
      reason: value,
    }),
    (value) => ({
      kind: 'request',
      document: 'd',
      seq: 0,
      time: 1,
      request: 0,
      via: 'xhr',
      method: 'POST',
      url: 'https://a.example/',
      headers: [['x-any', value]],
      body: { type: 'text', text: new URLSearchParams({ f: value }).toString(), size: 1 },
    }),
    (value) => ({ kind: 'notice', document: 'd', seq: 0, time: 1, code: 'lost', detail: value }),
  ];

  it('its text is nowhere in the file, and every JSON text is still JSON', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('token', 'crm_customer_id'), (value, name) => {
        const events = [call({ [name]: value }), ...places.map((place) => place(value))];
        const text = serializeCapture(captureOf(...events), { redact: true, mapping: SENSITIVE });
        const tail = value.slice(-12);
        expect(text).not.toContain(tail);
        const result = parseCapture(text);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        for (const [i, event] of result.capture.events.entries()) {
          const before = events[i];
          if (event.kind !== 'frame' || event.body.type !== 'text' || before?.kind !== 'frame') continue;
          const wasJson = before.body.type === 'text' && parseJson(before.body.text) !== undefined;
          if (wasJson) expect(parseJson(event.body.text)).toBeDefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});

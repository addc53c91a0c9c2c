import { describe, expect, it } from 'vitest';
import type { JudgedConversation } from '../../../src/core/checks/finding.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import type { DialectDeclaration } from '../../../src/core/dialects/declaration.ts';
import { dialectsFor } from '../../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { asDocument, conversationsOf } from '../support/example-capture.ts';

const DECLARATION: DialectDeclaration = {
  label: 'ACME gateway',
  namespaces: ['crm'],
  globals: [{ name: 'acmeChat', starts: ['open'] }],
  identityFields: ['visitor'],
  urls: {
    socket: ['wss://chat.acme.example/*'],
    create: ['https://chat.acme.example/sessions'],
    readBack: ['*/sessions/*/fields'],
  },
  paths: {
    call: ['context.{namespace}.{key}'],
    handshake: ['fields[{key:name}].value'],
    echoed: ['taken.{key}'],
    stored: ['{key}'],
  },
  startEvent: { path: 'kind', equals: 'session.started' },
  token: ['session.token'],
  conversationId: ['session.id'],
  error: ['problem'],
};

const text = (value: unknown) => ({ type: 'text', text: JSON.stringify(value), size: 0 }) as const;
const frame = (direction: 'out' | 'in', content: object, socket = 1) =>
  ({ kind: 'frame', socket, direction, body: text(content) }) as const;
const request = (number: number, method: string, url: string, body?: object) =>
  ({
    kind: 'request',
    request: number,
    via: 'fetch',
    method,
    url: `https://chat.acme.example/${url}`,
    headers: [],
    body: body === undefined ? ({ type: 'none' } as const) : text(body),
  }) as const;
const response = (number: number, content: object) =>
  ({ kind: 'response', request: number, status: 200, body: text(content) }) as const;
const connecting = (socket: number, path: string) =>
  ({ kind: 'socket', socket, phase: 'connecting', url: `wss://chat.acme.example/${path}` }) as const;
const open = (context: object) =>
  ({
    kind: 'call',
    call: 1,
    api: 'acmeChat',
    method: 'open',
    args: [JSON.parse(JSON.stringify({ context }))],
  }) as const;

const mappingOf = (declaration: DialectDeclaration): Mapping => ({
  version: 1,
  name: 'ACME',
  dialect: 'acme-gateway',
  declaration,
  unmapped: 'fail',
  attributes: [{ key: 'id', namespace: 'crm', required: true }],
});

/** The conversations in events, judged by the declaration with some changes. */
function judgedOf(events: Parameters<typeof asDocument>[0], change: Partial<DialectDeclaration> = {}) {
  const mapping = mappingOf({ ...DECLARATION, ...change });
  return conversationsOf(asDocument(events), dialectsFor(mapping)).map((found) => judge(found, mapping));
}

/** A chat through the gateway, in which the wrapper sends `fields` of what the page gave. */
function judged(context: object, fields: object, taken: object) {
  const [result, ...others] = judgedOf([
    open(context),
    request(1, 'POST', 'sessions', { fields }),
    response(1, { session: { id: 's-1', token: 't-12345678' } }),
    connecting(1, '?t=t-12345678'),
    frame('in', { kind: 'session.started', taken }),
  ]);
  if (!result || others.length > 0) throw new Error('not one conversation');
  return result;
}

const findingIds = ({ attributes }: JudgedConversation) =>
  attributes.flatMap(({ findings }) => findings.map(({ id }) => id));

describe('a declared dialect', () => {
  it('follows an attribute through every stage that the declaration tells of', () => {
    const result = judged({ crm: { id: 'CRM-1' } }, [{ name: 'id', value: 'CRM-1' }], { id: 'CRM-1' });
    expect(result.verdict).toBe('pass');
    const cells = result.attributes[0]?.cells;
    expect([cells?.call.state, cells?.handshake.state, cells?.echoed.state]).toEqual([
      'seen',
      'seen',
      'seen',
    ]);
  });

  it('finds the same faults as the built-in ones', () => {
    const ids = (...args: Parameters<typeof judged>) => findingIds(judged(...args));
    expect(ids({ crm: { id: 'CRM-1' } }, [], {})).toEqual(['sent/never-sent']);
    expect(ids({ crm: { id: 'CRM-1' } }, [{ name: 'id', value: 'crm-1' }], { id: 'crm-1' })).toEqual([
      'value/changed',
    ]);
    expect(ids({ crm: { ID: 'CRM-1' } }, [{ name: 'ID', value: 'CRM-1' }], {})).toEqual(['key/near-miss']);
    expect(ids({}, [], {})).toEqual(['presence/missing']);
  });

  it('gives its fix as a call of its own', () => {
    const fix = judged({}, [], {}).attributes[0]?.findings[0];
    expect(fix?.code).toBe('acmeChat.open({\n  context: {\n    crm: {\n      id: "<id>"\n    }\n  }\n});');
  });

  it('says that an attribute was lost at the first stage that could have carried it', () => {
    const lostAt = (paths: DialectDeclaration['paths']) =>
      judgedOf(
        [
          open({ crm: { id: 'CRM-1' } }),
          connecting(1, ''),
          frame('out', {}),
          frame('in', { kind: 'session.started', taken: {} }),
        ],
        { paths: { ...DECLARATION.paths, ...paths } },
      )[0]?.attributes[0]?.lostAt;
    expect(lostAt({ sent: ['fields.{key}'] })).toBe('handshake');
    expect(lostAt({ handshake: [], sent: ['fields.{key}'] })).toBe('sent');
  });

  it('names a frame by what stands where the start event has its name', () => {
    const [dialect] = dialectsFor(mappingOf(DECLARATION));
    expect(dialect?.nameFrame({ kind: 'hello' })).toEqual({ title: 'hello', noise: false });
    expect(dialect?.nameFrame({ sort: 'hello' })).toBeNull();
  });

  describe('whose frames are numbered', () => {
    const numbered = { ack: ['number'], paths: { ...DECLARATION.paths, sent: ['fields.{key}'] } };
    const hello = frame('out', { number: 1, fields: { id: 'CRM-1' } });
    const say = frame('out', { number: 2, text: 'Hello' });
    const refusing = (number: number) => frame('in', { number, problem: 'Too long.' });
    const started = frame('in', { kind: 'session.started', taken: { id: 'CRM-1' } });
    const chat = [open({ crm: { id: 'CRM-1' } }), connecting(1, '')];

    it('has an error that is of the frame whose number it repeats', () => {
      const [refused] = judgedOf([...chat, hello, say, refusing(1)], numbered);
      expect(refused?.attributes[0]?.findings[0]?.message).toContain(
        'fields.id: "CRM-1" left, and was refused: Too long. What',
      );
    });

    it('has an error of a message that carried no attributes, and they arrived', () => {
      const [refused] = judgedOf([...chat, hello, say, started, refusing(2)], numbered);
      expect(refused?.verdict).toBe('pass');
    });
  });

  describe('whose addresses hold the id of the session', () => {
    const create = (number: number, id: string | number) => [
      request(number, 'POST', 'sessions', { fields: [{ name: 'id', value: `CRM-${number}` }] }),
      response(number, { session: { id } }),
    ];

    it.each(['s-1', 4711])('has what is read back of %s in the conversation that it is of', (id) => {
      const [first, second, ...others] = judgedOf([
        ...create(1, id),
        ...create(2, 'another'),
        request(3, 'GET', `sessions/${id}/fields`),
        response(3, { id: 'CRM-1' }),
      ]);
      expect(others).toEqual([]);
      const stored = (result: JudgedConversation | undefined) => result?.attributes[0]?.cells.stored;
      expect(stored(first)).toMatchObject({ state: 'seen', sighting: { value: 'CRM-1' } });
      expect(stored(second)).toMatchObject({ state: 'unknown' });
      expect(first?.attributes[0]?.reason).toBe('Read back from the backend.');
    });

    it('has each socket in the conversation that it is of', () => {
      const results = judgedOf([
        ...create(1, 's-1'),
        ...create(2, 's-2'),
        connecting(1, 'sessions/s-2'),
        connecting(2, 'sessions/s-1'),
        frame('in', { kind: 'session.started', taken: { id: 'CRM-2' } }, 1),
        frame('in', { kind: 'session.started', taken: { id: 'CRM-1' } }, 2),
      ]);
      expect(results.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
    });
  });
});

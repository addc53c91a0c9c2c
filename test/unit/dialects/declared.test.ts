import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/core/checks/judge.ts';
import type { DialectDeclaration } from '../../../src/core/dialects/declaration.ts';
import { dialectsFor } from '../../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { createTracer } from '../../../src/core/trace/tracer.ts';
import { asDocument } from '../support/example-capture.ts';

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

/** A chat through the gateway, in which the wrapper sends `fields` of what the page gave. */
function judged(context: object, fields: object, taken: object) {
  const mapping: Mapping = {
    version: 1,
    name: 'ACME',
    dialect: 'acme-gateway',
    declaration: DECLARATION,
    unmapped: 'fail',
    attributes: [{ key: 'id', namespace: 'crm', required: true }],
  };
  const tracer = createTracer(dialectsFor(mapping));
  const events = asDocument([
    {
      kind: 'call',
      call: 1,
      api: 'acmeChat',
      method: 'open',
      args: [JSON.parse(JSON.stringify({ context }))],
    },
    {
      kind: 'request',
      request: 1,
      via: 'fetch',
      method: 'POST',
      url: 'https://chat.acme.example/sessions',
      headers: [],
      body: text({ fields }),
    },
    {
      kind: 'response',
      request: 1,
      status: 201,
      body: text({ session: { id: 's-1', token: 't-12345678' } }),
    },
    { kind: 'socket', socket: 1, phase: 'connecting', url: 'wss://chat.acme.example/?t=t-12345678' },
    { kind: 'frame', socket: 1, direction: 'in', body: text({ kind: 'session.started', taken }) },
  ]);
  for (const event of events) tracer.add(event);
  const [conversation, ...others] = tracer.conversations();
  if (!conversation || others.length > 0) throw new Error('not one conversation');
  return judge(conversation, mapping);
}

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
    const ids = (...args: Parameters<typeof judged>) =>
      judged(...args).attributes.flatMap(({ findings }) => findings.map(({ id }) => id));
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
});

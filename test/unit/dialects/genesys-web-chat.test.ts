import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/core/checks/judge.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { asDocument, conversationsOf } from '../support/example-capture.ts';
import frames from './frames.json' with { type: 'json' };

const text = (value: unknown) => ({ type: 'text', text: JSON.stringify(value), size: 0 }) as const;
const API = 'https://api.mypurecloud.com/api/v2';
const CREATED = frames['create-response'];

const MAPPING: Mapping = {
  version: 1,
  name: 'Example',
  dialect: 'genesys-web-chat',
  unmapped: 'ignore',
  attributes: [{ key: 'customField1', namespace: 'custom', required: true }],
};

const post = (request: number, url: string, body: unknown, method = 'POST') =>
  ({ kind: 'request', request, via: 'fetch', method, url, headers: [], body: text(body) }) as const;
const answer = (request: number, status: number, body: unknown) =>
  ({ kind: 'response', request, status, body: text(body) }) as const;

const ask = (body: unknown) => post(1, `${API}/webchat/guest/conversations`, body);
const create = (body: unknown, answered: unknown = CREATED) => [ask(body), answer(1, 200, answered)];

/** A request that carries one attribute, which the answer repeats. */
const RIGHT = { memberInfo: { customFields: { customField1: 'CRM-882910' } } };
/** An answer that repeats none. */
const NOTHING = { ...CREATED, member: { id: 'mem-1', customFields: {} } };

function judged(events: Parameters<typeof asDocument>[0]) {
  const [conversation, ...others] = conversationsOf(asDocument(events));
  if (!conversation || others.length > 0) throw new Error('not one conversation');
  const { verdict, attributes } = judge(conversation, MAPPING);
  return { verdict, findings: attributes.flatMap(({ findings }) => findings.map(({ id }) => id)) };
}

describe('genesys-web-chat', () => {
  it('sees what the answer to the creating request repeats', () => {
    expect(judged(create(RIGHT))).toEqual({ verdict: 'pass', findings: [] });
  });

  it('takes no field for lost that the answer does not repeat', () => {
    expect(judged(create(frames['create-request']))).toEqual({ verdict: 'unknown', findings: [] });
  });

  it.each([
    ['attributes', { attributes: { customField1: 'CRM-882910' } }],
    ['customFields', { customFields: { customField1: 'CRM-882910' } }],
    ['memberInfo.attributes', { memberInfo: { attributes: { customField1: 'CRM-882910' } } }],
  ])('sees attributes in %s as somewhere else', (_, body) => {
    expect(judged(create(body, NOTHING)).findings).toEqual(['place/wrong-namespace']);
  });

  it('says nothing of what it knows from elsewhere and no mapping asks for', () => {
    expect(judged(create({ ...RIGHT, attributes: { theme: 'dark' } }))).toEqual({
      verdict: 'pass',
      findings: [],
    });
  });

  it('joins a creating request with the answer that refuses it', () => {
    const refused = answer(1, 400, { message: 'The deployment is gone.' });
    expect(judged([ask(RIGHT), refused]).findings).toEqual(['error/refused']);
  });

  const without = create({ memberInfo: {} }, NOTHING);
  const url = `${API}/conversations/webchat/${CREATED.id}/participants/mem-1`;
  const repair = post(2, url, { metadata: { customField1: 'CRM-882910' } }, 'PUT');

  it('takes a repair by the path of another product for its own', () => {
    expect(judged([...without, repair]).findings).toEqual(['timing/repaired-late']);
  });

  it('says that a repair was refused, and not that it came late', () => {
    const refused = answer(2, 404, { message: 'The participant was not changed.' });
    expect(judged([...without, repair, refused]).findings).toEqual(['error/refused']);
  });
});

import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/checks/check.ts';
import { VERDICTS, type Verdict } from '../../../src/core/checks/finding.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { notesOf } from '../../../src/core/checks/notes.ts';
import type { Dialect } from '../../../src/core/dialects/dialect.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import { conversationsOf, exampleEvents } from '../support/example-capture.ts';

const NOTHING = { definitions: [], putAside: new Set<string>() };

const kinds = (dialect: Dialect, verdict: Verdict) =>
  notesOf(dialect, NOTHING, { verdict, attributes: [], unmatched: 0, passedOver: 0 }).map(({ kind }) => kind);

describe.each(DIALECTS)('the notes on a conversation of $id', (dialect) => {
  it('say once something may have arrived what cannot be seen from the browser', () => {
    const told = VERDICTS.filter((verdict) => kinds(dialect, verdict).includes('not-visible'));
    expect(told).toEqual(['unknown', 'pass']);
  });

  it('say that the product is retired if it is, whatever the verdict', () => {
    const told = VERDICTS.filter((verdict) => kinds(dialect, verdict).includes('retired'));
    expect(told).toEqual(dialect.id === 'genesys-web-chat' ? VERDICTS : []);
  });
});

it('tells the date of a retirement, and who has said so', () => {
  const retired = DIALECTS.flatMap((dialect) => dialect.retired ?? []);
  expect(retired).toMatchObject([{ text: expect.stringContaining('6 November 2025'), source: 'vendor' }]);
});

it('tells of an answer that the backend has put elsewhere, and takes nothing for lost because of it', () => {
  const thread = { idOnExternalPlatform: 't-1' };
  const customFields = [{ ident: 'crm_customer_id', value: 'CRM-882910' }];
  const payload = { eventType: 'SetConsumerContactCustomFields', data: { thread, customFields } };
  const events: readonly ExampleEvent[] = [
    { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
    { out: { action: 'chatWindowEvent', eventId: 'e-1', payload } },
    {
      in: {
        eventId: 's3',
        eventType: 'EventInS3',
        data: { s3Object: { url: 'https://s3.example/x' }, originEvent: { eventType: 'ThreadRecovered' } },
      },
    },
  ];
  const example = { title: 'put aside', dialect: 'cxone-digital', namespace: 'contact', events };
  const [judged] = conversationsOf(exampleEvents(example)).map((conversation) => judge(conversation, null));
  expect(judged?.verdict).not.toBe('fail');
  expect(judged?.notes).toContainEqual(
    expect.objectContaining({ kind: 'put-aside', text: expect.stringContaining('ThreadRecovered') }),
  );
});

it('tells how many names that nobody asks for are not judged', () => {
  const customFields = Array.from({ length: 312 }, (_, at) => ({ ident: `made_up_${at}`, value: 'x' }));
  const payload = {
    eventType: 'SendMessage',
    data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields } },
  };
  const events: readonly ExampleEvent[] = [
    { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
    { out: { action: 'chatWindowEvent', eventId: 'e-1', payload } },
  ];
  const example = { title: 'many names', dialect: 'cxone-digital', namespace: 'contact', events };
  const [judged] = conversationsOf(exampleEvents(example)).map((conversation) => judge(conversation, null));
  expect(judged?.attributes).toHaveLength(200);
  expect(judged?.notes).toContainEqual(
    expect.objectContaining({ kind: 'left-out', text: expect.stringMatching(/^112 more attributes/) }),
  );
});

describe('an attribute that the tenant does not show to agents', () => {
  const config = (postDetailVisibility: string): ExampleEvent => ({
    get: 'https://channels-de-na1.niceincontact.com/chat/1.0/brand/1/channel/chat_1',
    answer: { caseCustomFields: [{ ident: 'order_id', postDetailVisibility }], endUserCustomFields: [] },
  });
  const rest: readonly ExampleEvent[] = [
    { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
    {
      in: {
        eventId: 'e-1',
        eventType: 'CaseCreated',
        data: { case: { customFields: [{ ident: 'order_id', value: 'A-1' }] } },
      },
    },
  ];
  const hidden = (...events: readonly ExampleEvent[]) => {
    const example = { title: '', dialect: 'cxone-digital', namespace: 'contact', events };
    const [conversation] = conversationsOf(exampleEvents(example));
    const notes = conversation ? judge(conversation, null).notes : [];
    return notes.flatMap(({ kind, text }) => (kind === 'hidden' ? text : []));
  };

  it('is named once it has arrived', () => {
    expect(hidden(config('hidden'), ...rest)).toEqual([expect.stringContaining('order_id as hidden')]);
    expect(hidden(config('visible'), ...rest)).toEqual([]);
    expect(hidden(...rest)).toEqual([]);
  });
});

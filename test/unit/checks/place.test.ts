import { describe, expect, it } from 'vitest';
import type { ExampleEvent } from '../../../src/core/checks/check.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { placeOf, written } from '../../../src/core/checks/place.ts';
import { asDocument, conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

const SOCKET: Readonly<Record<string, string>> = {
  'cxone-digital': 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1',
  'genesys-web-messaging': 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d',
};

/** The one sighting in a call. */
function seenIn(dialect: string, call: ExampleEvent) {
  const events = exampleEvents({
    title: '',
    dialect,
    namespace: '',
    events: [call, { socket: SOCKET[dialect] ?? '' }],
  });
  const [sighting] = conversationsOf(events)[0]?.sightings ?? [];
  if (!sighting) throw new Error('nothing was seen in the call');
  return sighting;
}

describe('the place of an attribute', () => {
  it('is named by its call where it is an argument of its own', () => {
    const args = ['chat', 'setContactCustomField', 'crm_customer_id', 882_910];
    const sighting = seenIn('cxone-digital', { call: 'cxone', args });
    expect(placeOf(sighting)).toBe('cxone("chat", "setContactCustomField", …)');
    expect(written(sighting)).toBe('crm_customer_id: 882910 in cxone("chat", "setContactCustomField", …)');
  });

  it('is the path in its own argument, and the words before it', () => {
    const args = ['command', 'Database.set', { messaging: { customAttributes: { a: 'x' } } }];
    expect(written(seenIn('genesys-web-messaging', { call: 'Genesys', args }))).toBe(
      'messaging.customAttributes.a: "x" in Genesys("command", "Database.set", …)',
    );
  });

  it('names the key of an item in a list', () => {
    const [started] = conversationsOf(
      exampleEvents({
        title: '',
        dialect: 'cxone-digital',
        namespace: 'contact',
        events: [
          { socket: SOCKET['cxone-digital'] ?? '' },
          {
            in: {
              eventId: 'e',
              eventType: 'CaseCreated',
              data: { case: { customFields: [{ ident: 'a', value: 'x' }] } },
            },
          },
        ],
      }),
    );
    expect(started?.sightings.map(written)).toEqual(['a: "x" at data.case.customFields[0].value']);
  });

  it('is a path and nothing more in the one argument of a call', () => {
    const call = (method: string, ...args: string[] | [{ custom: { a: string } }]) =>
      ({ kind: 'call', call: 1, api: 'cxoneChat', method, args }) as const;
    const [started] = conversationsOf(
      asDocument([
        call('setAttributes', { custom: { a: 'x' } }),
        call('setCustomField', 'b', 'y'),
        call('startChat'),
      ]),
    );
    expect(started?.sightings.map(written)).toEqual([
      'custom.a: "x"',
      'b: "y" in cxoneChat.setCustomField(…)',
    ]);
  });

  it('is said in findings, and the call is not named twice', () => {
    const events = exampleEvents({
      title: '',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        { socket: SOCKET['cxone-digital'] ?? '' },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-1',
            payload: { eventType: 'SendMessage', data: { consumerContact: { customFields: [] } } },
          },
        },
        { in: { eventId: 'e-2', eventType: 'CaseCreated', data: { case: {} } } },
      ],
    });
    const [conversation] = conversationsOf(events);
    const mapping = exampleMapping({ dialect: 'cxone-digital', namespace: 'contact' });
    const [finding] = (conversation && judge(conversation, mapping).attributes[0]?.findings) ?? [];
    expect(finding?.message).toContain(
      'crm_customer_id: "CRM-882910" in cxone("chat", "setCaseCustomField", …) was given, but no request',
    );
  });
});

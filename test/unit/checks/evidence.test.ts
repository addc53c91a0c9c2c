import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { ExampleEvent } from '../../../src/core/checks/check.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

function judged(events: readonly CapturedEvent[], mapping: Mapping | null) {
  const [conversation] = conversationsOf(events);
  if (!conversation) throw new Error('no conversation in the events');
  return judge(conversation, mapping);
}

describe('a verdict', () => {
  it('takes what the backend had from an earlier visit for no answer to what is sent now', () => {
    const events = (known: string, more: readonly ExampleEvent[] = []) =>
      exampleEvents({
        title: '',
        dialect: 'cxone-digital',
        namespace: 'customer',
        events: [
          { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
          {
            in: {
              eventId: 'e-1',
              postback: {
                eventType: 'ConsumerAuthorized',
                data: { customer: { customFields: [{ ident: 'crm_customer_id', value: known }] } },
              },
            },
          },
          ...more,
        ],
      });
    const sent: ExampleEvent = {
      out: {
        action: 'chatWindowEvent',
        eventId: 'e-2',
        payload: {
          eventType: 'SendMessage',
          data: { consumer: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] } },
        },
      },
    };
    const mapping = exampleMapping({ dialect: 'cxone-digital', namespace: 'customer' });
    expect(judged(events('CRM-882910'), mapping)).toMatchObject({ verdict: 'pass' });
    for (const known of ['CRM-882910', 'CRM-000001'])
      expect(judged(events(known, [sent]), mapping)).toMatchObject({
        verdict: 'pending',
        attributes: [{ findings: [] }],
      });
  });

  it('is unknown, not fail, where an older session may have what this page did not give', () => {
    const session = (newSession: boolean) =>
      exampleEvents({
        title: '',
        dialect: 'genesys-web-messaging',
        namespace: 'custom',
        events: [
          { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
          { in: { type: 'response', class: 'SessionResponse', code: 200, body: { newSession } } },
          { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } },
          { in: { type: 'message', class: 'StructuredMessage', code: 200, body: { direction: 'Inbound' } } },
        ],
      });
    const mapping = exampleMapping({ dialect: 'genesys-web-messaging' });
    const found = (id: string, severity: string) => [{ findings: [{ id, severity }] }];
    expect(judged(session(true), mapping)).toMatchObject({
      verdict: 'fail',
      attributes: found('presence/missing', 'error'),
    });
    expect(judged(session(false), mapping)).toMatchObject({
      verdict: 'unknown',
      attributes: found('timing/lost-in-reload', 'warning'),
    });
  });

  it('takes a name that the SDK has made up for its own, and not for the page’s', () => {
    const named = (customerId: string) =>
      judged(
        exampleEvents({
          title: '',
          dialect: 'cxone-digital',
          namespace: 'contact',
          events: [
            {
              socket: `wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=c&customerId=${customerId}`,
            },
          ],
        }),
        null,
      ).attributes.flatMap(({ findings }) => findings.map(({ id }) => id));
    expect(named('CRM-882910')).toEqual(['identity/transient-only']);
    expect(named('5ec87e05-357a-494e-b13d-27d4373e9a71')).toEqual([]);
  });

  it('takes a later message without fields for no loss where only the first one carries them', () => {
    const message = (eventId: string, customFields: readonly object[]): ExampleEvent => ({
      out: {
        action: 'chatWindowEvent',
        eventId,
        payload: {
          eventType: 'SendMessage',
          data: { thread: { idOnExternalPlatform: 't-1' }, consumerContact: { customFields } },
        },
      },
    });
    const fields = [{ ident: 'crm_customer_id', value: 'CRM-882910' }];
    const events = exampleEvents({
      title: '',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        message('e-1', fields),
        {
          in: {
            eventId: 'e-2',
            eventType: 'CaseCreated',
            data: { case: { threadIdOnExternalPlatform: 't-1', customFields: fields } },
          },
        },
        message('e-3', []),
      ],
    });
    const mapping = exampleMapping({ dialect: 'cxone-digital', namespace: 'contact' });
    expect(judged(events, mapping)).toMatchObject({ verdict: 'pass', attributes: [{ findings: [] }] });
  });
});

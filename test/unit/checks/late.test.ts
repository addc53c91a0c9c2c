import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

const judgedBy = (events: readonly CapturedEvent[], mapping: Mapping) =>
  conversationsOf(events).flatMap((conversation) => judge(conversation, mapping).attributes);

describe('a value that left after the backend had shown what it has', () => {
  it('is not said to be absent from what came before it', () => {
    const events = exampleEvents({
      title: '',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        { in: { eventId: 'e-1', eventType: 'CaseCreated', data: { case: { customFields: [] } } } },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-2',
            payload: {
              eventType: 'SetConsumerContactCustomFields',
              data: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
            },
          },
        },
      ],
    });
    const mapping = exampleMapping({ dialect: 'cxone-digital', namespace: 'contact' });
    expect(judgedBy(events, mapping)[0]).toMatchObject({
      verdict: 'unknown',
      reason: 'It left after CaseCreated, and nothing that came back since shows it.',
      cells: { echoed: { state: 'unknown' } },
    });
  });
});

describe('a value that was taken back once it had arrived', () => {
  it('was not sent too late', () => {
    const message = { channel: { metadata: { customAttributes: { crm_customer_id: 'CRM-882910' } } } };
    const events = exampleEvents({
      title: '',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [
        { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' },
        { out: { token: 't', action: 'onMessage', message } },
        { call: 'Genesys', args: ['command', 'Database.remove', { name: 'messaging.customAttributes' }] },
      ],
    });
    const [attribute] = judgedBy(events, exampleMapping({ dialect: 'genesys-web-messaging' }));
    expect(attribute).toMatchObject({
      findings: [{ id: 'timing/removed-after-sent' }],
      cells: { sent: { state: 'seen' } },
    });
  });
});

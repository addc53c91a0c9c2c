import { describe, expect, it } from 'vitest';
import type { EventsExample, ExampleEvent } from '../../../src/core/checks/check.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

/** Where the one finding on the attribute is known from. */
function sourceOf(dialect: string, namespace: string, ...events: readonly ExampleEvent[]) {
  const example: EventsExample = { title: '', dialect, namespace, events };
  const [conversation] = conversationsOf(exampleEvents(example));
  const findings = conversation && judge(conversation, exampleMapping(example)).attributes[0]?.findings;
  return findings?.map(({ id, source }) => [id, source]);
}

const GENESYS_SOCKET = { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' };
const DIGITAL_SOCKET = { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' };

describe('a key in a place that nobody reads', () => {
  it('is known from the vendor where the vendor has said so', () => {
    const channel = { metadata: { customAttributes: { crm_customer_id: 'CRM-882910' } } };
    const beside = { out: { token: 't', action: 'onMessage', message: { text: 'Hello' }, channel } };
    expect(sourceOf('genesys-web-messaging', 'custom', GENESYS_SOCKET, beside)).toEqual([
      ['place/wrong-namespace', 'vendor'],
    ]);
  });

  it('is known by inference where two scopes of one product are mixed up', () => {
    const args = ['chat', 'setCustomerCustomField', 'crm_customer_id', 'CRM-882910'];
    expect(sourceOf('cxone-digital', 'contact', { call: 'cxone', args }, DIGITAL_SOCKET)).toEqual([
      ['place/wrong-namespace', 'inferred'],
    ]);
  });

  it('is no better known for a name that every object has', () => {
    const attributes = { constructor: { crm_customer_id: 'CRM-882910' } };
    const frame = { out: { type: 'conversation:start', attributes } };
    expect(sourceOf('cxone-web-messaging', 'custom', frame)).toEqual([['place/wrong-namespace', 'forum']]);
  });
});

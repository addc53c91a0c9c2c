import type { Mapping } from '../../../src/core/mapping/mapping.ts';

/** A mapping that uses everything that the format has. */
export const EXAMPLE: Mapping = {
  version: 1,
  name: 'ACME web chat, production',
  dialect: 'cxone-web-messaging',
  unmapped: 'fail',
  attributes: [
    {
      key: 'crm_customer_id',
      namespace: 'custom',
      label: 'CRM customer id',
      required: true,
      type: 'string',
      pattern: '^CRM-[0-9]{6}$',
      minLength: 10,
      maxLength: 10,
      aliases: ['customerId', 'customer_id'],
      mapped: true,
      sensitive: true,
      target: 'conversation:attributes:custom:crm_customer_id',
      expected: { page: 'dataLayer.0.user.crmId' },
      paths: { sent: 'attributes.custom.crm_customer_id' },
    },
    {
      key: 'account_tier',
      namespace: 'custom',
      type: 'string',
      enum: ['basic', 'gold'],
      expected: 'gold',
    },
    { key: 'visits', namespace: 'contact', type: 'integer', enum: [1, 2], mapped: false },
  ],
};

/** A mapping that declares its dialect with everything that a declaration can say. */
export const DECLARING: Mapping = {
  version: 1,
  name: 'ACME gateway',
  dialect: 'acme-gateway',
  declaration: {
    label: 'ACME gateway',
    namespaces: ['crm', 'shop'],
    globals: [{ name: 'acmeChat', starts: ['open'], sets: ['setField'] }, { name: 'acme' }],
    identityFields: ['visitor'],
    urls: {
      socket: ['wss://chat.acme.example/*'],
      create: ['https://chat.acme.example/sessions'],
      readBack: ['*/sessions/*/fields'],
      other: ['https://*.acme.example/late'],
    },
    paths: {
      call: ['context.{namespace}.{key}'],
      handshake: ['fields[{key:name}].value'],
      sent: ['fields[{key:name}].value'],
      echoed: ['taken.{namespace}.{key}'],
      stored: ['{key}'],
    },
    startEvent: { path: 'kind', equals: 'session.started' },
    token: ['session.token'],
    conversationId: ['session.id'],
    ack: ['number'],
    error: ['problem.text'],
    target: 'crm:{namespace}:{key}',
  },
  unmapped: 'warn',
  attributes: [{ key: 'id', namespace: 'crm', required: true }],
};

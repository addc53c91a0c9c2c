import { failsWith, type OfDialect, passes } from './scenario.ts';

/** The scenarios of a customer's own wrapper and gateway, which the tool knows by the mapping's declaration alone. */
export const ACME_GATEWAY: readonly OfDialect[] = [
  {
    id: 'acme-gateway/healthy',
    group: 'Right',
    title: 'Everything right',
    summary: 'The fields are in the context that opens the chat, and the gateway tells that it took them.',
    expected: passes,
  },
  {
    id: 'acme-gateway/set-field',
    group: 'Right',
    title: 'Given one by one',
    summary: 'The page gives the id to acmeChat.setField before it opens the chat.',
    expected: passes,
  },
  {
    id: 'acme-gateway/near-miss-key',
    group: 'Wrong name',
    title: 'The key in camel case',
    summary: 'The page gives customerId where the gateway reads customer_id.',
    expected: failsWith('key/near-miss'),
  },
  {
    id: 'acme-gateway/wrong-namespace',
    group: 'Wrong place',
    title: 'Among the fields of the shop',
    summary: 'The page gives the id in context.shop, and the gateway reads it in context.crm.',
    expected: failsWith('place/wrong-namespace'),
  },
  {
    id: 'acme-gateway/value-changed',
    group: 'Wrong value',
    title: 'Changed on the way',
    summary: 'The wrapper sends the id without its prefix "CRM-".',
    expected: failsWith('value/changed'),
  },
  {
    id: 'acme-gateway/never-sent',
    group: 'Lost on the way',
    title: 'A wrapper that drops a field',
    summary: 'The wrapper sends the fields of the shop only, and the id never leaves the page.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'acme-gateway/refused',
    group: 'Lost on the way',
    title: 'A frame that is refused',
    summary: 'One note is too long for the gateway, which refuses the id in the same frame with it.',
    expected: failsWith('error/refused'),
  },
  {
    id: 'acme-gateway/after-token',
    group: 'Too late',
    title: 'After the token',
    summary: 'The wrapper sends the fields once the session has started, and the gateway acknowledges them.',
    expected: failsWith('timing/after-token'),
  },
];

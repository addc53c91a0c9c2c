import { failsWith, type OfDialect, passes } from './scenario.ts';

/** The scenarios of the demo's own protocol. */
export const CXONE_WEB_MESSAGING: readonly OfDialect[] = [
  {
    id: 'attributes-custom',
    group: 'Right',
    title: 'Everything right',
    summary:
      'The id and the tier are under attributes.custom, before the session token is issued, and both arrive.',
    expected: passes,
  },
  {
    id: 'messenger-class',
    group: 'Right',
    title: 'Everything right, by the messenger class',
    summary: 'The same through new GenesysCloudWebMessaging(…).startChat(…), and both attributes arrive.',
    expected: passes,
  },
  {
    id: 'thread-customer-id',
    group: 'Wrong name',
    title: 'customerId in the options',
    summary:
      'The SDK takes customerId for an identifier of its own and strips it, so it never leaves the page.',
    expected: failsWith('identity/transient-only'),
  },
  {
    id: 'snake-customer-id',
    group: 'Wrong name',
    title: 'customer_id in the options',
    summary: 'The SDK sends customer_id at the top level of the request, and the tenant strips it.',
    expected: failsWith('identity/transient-only'),
  },
  {
    id: 'near-miss-key',
    group: 'Wrong name',
    title: 'The key in camel case',
    summary: 'The page sends crmCustomerId where the tenant reads crm_customer_id.',
    expected: failsWith('key/near-miss'),
  },
  {
    id: 'unmapped-key',
    group: 'Wrong name',
    title: 'A key that nobody mapped',
    summary: 'The id arrives, but favourite_colour is in no mapping and vanishes without an error.',
    expected: failsWith('mapping/unmapped-key'),
  },
  {
    id: 'unmapped-in-admin',
    group: 'Wrong name',
    title: 'A key that the tenant has not mapped',
    summary:
      'loyalty_id is sent rightly, but is not mapped in the admin settings, so it vanishes however it is sent.',
    expected: failsWith('mapping/not-mapped-in-tenant'),
  },
  {
    id: 'wrong-namespace',
    group: 'Wrong place',
    title: 'Another namespace',
    summary: 'The id is under attributes.crm, and the backend reads attributes.custom only.',
    expected: failsWith('place/wrong-namespace'),
  },
  {
    id: 'double-encoded',
    group: 'Wrong place',
    title: 'Attributes as JSON text',
    summary: 'The page passes JSON.stringify(…) as attributes, and the backend does not open a string.',
    expected: failsWith('place/double-encoded'),
  },
  {
    id: 'handshake-only',
    group: 'Wrong place',
    title: 'Only in the address of the socket',
    summary: 'A wrapper moves the attributes into the query of the socket, which only the gateway reads.',
    expected: failsWith('place/handshake-only'),
  },
  {
    id: 'number-value',
    group: 'Wrong value',
    title: 'A number for a string',
    summary: 'The id is sent as the number 882910, and a lookup by the string "CRM-882910" finds nobody.',
    expected: failsWith('value/type'),
  },
  {
    id: 'empty-value',
    group: 'Wrong value',
    title: 'An empty value',
    summary: 'The key arrives with "", because the page started the chat before it knew the customer.',
    expected: failsWith('value/empty'),
  },
  {
    id: 'placeholder-value',
    group: 'Wrong value',
    title: 'A placeholder that was not filled in',
    summary: 'The key arrives with "{{crmId}}", because the tag manager did not replace its own variable.',
    expected: failsWith('value/placeholder'),
  },
  {
    id: 'value-changed',
    group: 'Wrong value',
    title: 'A wrapper that rewrites the id',
    summary: 'The page gives "CRM-882910", and the wrapper strips the prefix before the SDK sends it.',
    expected: failsWith('value/changed'),
  },
  {
    id: 'never-sent',
    group: 'Lost on the way',
    title: 'A wrapper that drops the attributes',
    summary: 'The page gives attributes.custom rightly, and the wrapper keeps name and email only.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'after-token',
    group: 'Too late',
    title: 'After the session token',
    summary:
      'The SDK creates the session without attributes and sends them in a frame, when nobody reads them any more.',
    expected: failsWith('timing/after-token'),
  },
  {
    id: 'late-put',
    group: 'Too late',
    title: 'Repaired by a late PUT',
    summary:
      'The page writes the id after conversation:start; it is stored, but routing has already run without it.',
    expected: failsWith('timing/repaired-late'),
  },
  {
    id: 'two-chats',
    group: 'Page and frame',
    title: 'Two chats on one page',
    summary: 'The first chat is right; the second, on the same page, gives customer_id only.',
    expected: failsWith('identity/transient-only'),
  },
  {
    id: 'sdk-late',
    group: 'Page and frame',
    title: 'An SDK that comes late',
    summary: 'cxoneChat is defined two seconds after the page has loaded, and then gets customerId only.',
    expected: failsWith('identity/transient-only'),
  },
  {
    id: 'sdk-replaced',
    group: 'Page and frame',
    title: 'A stub that is replaced',
    summary:
      'The page calls a stub with a queue; the real SDK replaces it, drains the queue and drops the attributes.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'widget-in-iframe',
    group: 'Page and frame',
    title: 'A widget in a cross-origin frame',
    summary:
      'The page calls rightly, and the widget in the frame sends the attributes under attributes.widget.',
    expected: failsWith('place/wrong-namespace'),
  },
];

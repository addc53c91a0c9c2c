import { failsWith, type OfDialect, passes } from './scenario.ts';

/** The scenarios of Genesys web chat, which is retired and still found on pages. */
export const GENESYS_WEB_CHAT: readonly OfDialect[] = [
  {
    id: 'genesys-web-chat/healthy',
    group: 'Right',
    title: 'Everything right',
    summary: 'The custom fields are in memberInfo of the creating request, and its answer repeats them.',
    expected: passes,
  },
  {
    id: 'genesys-web-chat/near-miss-key',
    group: 'Wrong name',
    title: 'The key with underscores',
    summary: 'The page sends custom_field_1 where the flow reads customField1.',
    expected: failsWith('key/near-miss'),
  },
  {
    id: 'genesys-web-chat/unmapped-key',
    group: 'Wrong name',
    title: 'A key that nobody mapped',
    summary: 'favourite_colour is in no mapping: it is stored, and nobody reads it.',
    expected: failsWith('mapping/unmapped-key'),
  },
  {
    id: 'genesys-web-chat/wrong-place',
    group: 'Wrong place',
    title: 'Attributes of the other API',
    summary:
      'The page sends attributes, as the agent’s API takes them; a guest’s are in memberInfo.customFields.',
    expected: failsWith('place/wrong-namespace'),
  },
  {
    id: 'genesys-web-chat/number-value',
    group: 'Wrong value',
    title: 'A number for a string',
    summary: 'The id is sent as the number 882910, and a lookup by the string "CRM-882910" finds nobody.',
    expected: failsWith('value/type'),
  },
  {
    id: 'genesys-web-chat/undefined-value',
    group: 'Wrong value',
    title: 'A value that is not there',
    summary: 'The page has undefined for the id, and JSON leaves the key out of the request.',
    expected: failsWith('presence/missing'),
  },
  {
    id: 'genesys-web-chat/repair-by-wrong-path',
    group: 'Too late',
    title: 'Repaired by the path of another product',
    summary: 'The page forgets the id and writes it later, to a path at which this chat is not known.',
    expected: failsWith('error/refused'),
  },
];

import { failsWith, type OfDialect, passes, staysUnknown } from './scenario.ts';

/** The scenarios of Genesys Web Messaging. Unless told, the echo of a message does not repeat its attributes. */
export const GENESYS_WEB_MESSAGING: readonly OfDialect[] = [
  {
    id: 'genesys-web-messaging/healthy',
    group: 'Right',
    title: 'Everything right, and echoed',
    summary: 'The attributes ride inside the first message, and this tenant’s echo repeats them.',
    expected: passes,
  },
  {
    id: 'genesys-web-messaging/no-echo',
    group: 'Right',
    title: 'Everything right, and no proof',
    summary:
      'The same, but the echo of the message shows no attributes, so nothing proves that they arrived.',
    expected: staysUnknown,
  },
  {
    id: 'genesys-web-messaging/later-message',
    group: 'Right',
    title: 'Set after the first message',
    summary: 'The attributes ride with the next message, which is soon enough for what reads them then.',
    expected: passes,
  },
  {
    id: 'genesys-web-messaging/own-window',
    group: 'Right',
    title: 'A chat window of the page’s own',
    summary: 'The page speaks the guest API by itself and puts the attributes inside the message.',
    expected: passes,
  },
  {
    id: 'genesys-web-messaging/autostart',
    group: 'Right',
    title: 'With the event that joins',
    summary: 'The attributes ride with the presence event, before anybody has said a word.',
    expected: passes,
  },
  {
    id: 'genesys-web-messaging/near-miss-key',
    group: 'Wrong name',
    title: 'The key in camel case',
    summary: 'The page gives crmCustomerId where the flow reads crm_customer_id.',
    expected: failsWith('key/near-miss'),
  },
  {
    id: 'genesys-web-messaging/prefixed-key',
    group: 'Wrong name',
    title: 'The key with the flow’s prefix',
    summary: 'The page gives context.crm_customer_id; the prefix is what the flow puts before it.',
    expected: failsWith('key/near-miss'),
  },
  {
    id: 'genesys-web-messaging/unmapped-key',
    group: 'Wrong name',
    title: 'A key that nobody mapped',
    summary: 'favourite_colour is in no mapping: it is stored, and nobody reads it.',
    expected: failsWith('mapping/unmapped-key'),
  },
  {
    id: 'genesys-web-messaging/legacy-place',
    group: 'Wrong place',
    title: 'Beside the message',
    summary:
      'The attributes are in channel.metadata at the top of the frame, which is ignored since June 2026.',
    expected: failsWith('place/wrong-namespace'),
  },
  {
    id: 'genesys-web-messaging/outside-messaging',
    group: 'Wrong place',
    title: 'Outside of messaging',
    summary:
      'Database.set is given customAttributes at its top, and the Messenger looks into messaging only.',
    expected: failsWith('place/wrong-namespace'),
  },
  {
    id: 'genesys-web-messaging/number-value',
    group: 'Wrong value',
    title: 'A number for a string',
    summary: 'The id leaves as the number 882910, and attributes are text.',
    expected: failsWith('value/not-a-string'),
  },
  {
    id: 'genesys-web-messaging/undefined-value',
    group: 'Wrong value',
    title: 'A value that is not there',
    summary: 'The page gives undefined, and JSON leaves the key out.',
    expected: failsWith('value/null'),
  },
  {
    id: 'genesys-web-messaging/too-large',
    group: 'Wrong value',
    title: 'More than 2,048 bytes',
    summary: '1,100 letters of two bytes each: the whole message is refused with 4013.',
    expected: failsWith('error/refused'),
  },
  {
    id: 'genesys-web-messaging/never-sent',
    group: 'Lost on the way',
    title: 'A wrapper that drops the attributes',
    summary: 'A consent manager lets the calls of the Messenger through, and not those of its database.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'genesys-web-messaging/before-ready',
    group: 'Lost on the way',
    title: 'Before the database is ready',
    summary: 'The page calls Database.set before Database.ready, and does not look at the rejection.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'genesys-web-messaging/first-message-failed',
    group: 'Lost on the way',
    title: 'A first message that is refused',
    summary: 'The message that carried the attributes came too fast, and the next one goes without them.',
    expected: failsWith('error/refused'),
  },
  {
    id: 'genesys-web-messaging/no-next-message',
    group: 'Too late',
    title: 'Set after the last message',
    summary: 'Attributes wait for the next message, and the visitor ends the conversation without one.',
    expected: failsWith('sent/never-sent'),
  },
  {
    id: 'genesys-web-messaging/reload',
    group: 'Page and frame',
    title: 'A reload before the first message',
    summary: 'The session goes on, and the attributes that the first page gave are gone.',
    expected: { findings: ['presence/missing'], verdict: 'unknown' },
  },
];

/**
 * What is known to go wrong, which check finds it, and which scenario of the demo shows it. Numbers and letters are those of
 * the project's notes on causes and on the vendor's silent losses.
 */

export interface Shown {
  readonly check: string;
  readonly scenarios: readonly string[];
}

export interface Cause {
  readonly number: number;
  readonly cause: string;
  readonly shown: readonly Shown[];
}

const by = (check: string, ...scenarios: readonly string[]): Shown => ({ check, scenarios });

export const CAUSES: readonly Cause[] = [
  {
    number: 1,
    cause: 'not defined or mapped in the tenant',
    shown: [
      by(
        'mapping/unmapped-key',
        'unmapped-key',
        'cxone-digital/unmapped-key',
        'genesys-web-messaging/unmapped-key',
        'genesys-web-chat/unmapped-key',
      ),
      by('mapping/not-mapped-in-tenant', 'unmapped-in-admin', 'cxone-digital/unmapped-in-admin'),
      by('echo/not-in-start', 'cxone-digital/undefined-field'),
      by('mapping/not-defined', 'cxone-digital/undefined-later-field'),
    ],
  },
  {
    number: 2,
    cause: 'in the wrong place',
    shown: [
      by(
        'place/wrong-namespace',
        'wrong-namespace',
        'widget-in-iframe',
        'genesys-web-messaging/legacy-place',
        'genesys-web-messaging/outside-messaging',
        'genesys-web-chat/wrong-place',
      ),
      by('place/double-encoded', 'double-encoded'),
      by('place/handshake-only', 'handshake-only'),
    ],
  },
  {
    number: 3,
    cause: 'given to the SDK and never sent',
    shown: [
      by(
        'sent/never-sent',
        'never-sent',
        'sdk-replaced',
        'cxone-digital/never-sent',
        'genesys-web-messaging/never-sent',
        'acme-gateway/never-sent',
      ),
      by('place/wrong-namespace', 'cxone-digital/options-as-text'),
    ],
  },
  {
    number: 4,
    cause: 'too late: while the conversation is being created, or after it',
    shown: [
      by('timing/while-starting', 'cxone-digital/race-before-case', 'cxone-digital/auto-first-message'),
      by('timing/after-token', 'after-token', 'acme-gateway/after-token'),
    ],
  },
  {
    number: 5,
    cause: 'waits for a message that is not sent',
    shown: [by('sent/never-sent', 'genesys-web-messaging/no-next-message')],
  },
  {
    number: 6,
    cause: 'forgotten when the contact was closed',
    shown: [by('timing/lost-after-close', 'cxone-digital/closed-contact')],
  },
  {
    number: 7,
    cause: 'sent to a contact that is closed',
    shown: [by('timing/into-closed', 'cxone-digital/recovered-closed')],
  },
  {
    number: 8,
    cause: 'discarded, or contradicted, by a pre-chat form',
    shown: [
      by('sent/replaced-by-form', 'cxone-digital/pre-chat-form'),
      by('value/two-values', 'cxone-digital/form-conflict'),
    ],
  },
  {
    number: 9,
    cause: 'too large',
    shown: [
      by('error/refused', 'genesys-web-messaging/too-large', 'acme-gateway/refused'),
      by('size/value-too-long', 'cxone-digital/too-long'),
    ],
  },
  {
    number: 10,
    cause: 'not a string, or none at all',
    shown: [
      by('value/type', 'number-value', 'genesys-web-chat/number-value'),
      by('value/not-a-string', 'cxone-digital/number-value', 'genesys-web-messaging/number-value'),
      by('value/null', 'cxone-digital/undefined-value', 'genesys-web-messaging/undefined-value'),
      by('value/placeholder', 'placeholder-value', 'cxone-digital/object-as-text'),
      by('value/empty', 'empty-value'),
      by('presence/missing', 'genesys-web-chat/undefined-value'),
    ],
  },
  {
    number: 11,
    cause: 'a key of another spelling',
    shown: [
      by(
        'key/near-miss',
        'near-miss-key',
        'cxone-digital/near-miss-key',
        'genesys-web-messaging/near-miss-key',
        'genesys-web-messaging/prefixed-key',
        'genesys-web-chat/near-miss-key',
        'acme-gateway/near-miss-key',
      ),
    ],
  },
  {
    number: 12,
    cause: 'the wrong scope',
    shown: [by('place/wrong-namespace', 'cxone-digital/wrong-scope', 'acme-gateway/wrong-namespace')],
  },
  {
    number: 13,
    cause: 'only an identity, or one that is replaced',
    shown: [
      by(
        'identity/transient-only',
        'thread-customer-id',
        'snake-customer-id',
        'two-chats',
        'sdk-late',
        'cxone-digital/identity-only',
      ),
      by('identity/replaced', 'cxone-digital/identity-replaced'),
      by('identity/secured-session', 'cxone-digital/secured-session'),
    ],
  },
  {
    number: 14,
    cause: 'called before the SDK is ready, or refused by it',
    shown: [
      by('sent/never-sent', 'genesys-web-messaging/before-ready', 'cxone-digital/stub-replaced'),
      by('error/call-threw', 'cxone-digital/call-threw'),
    ],
  },
  {
    number: 15,
    cause: 'the message that carried it failed',
    shown: [
      by('error/refused', 'cxone-digital/first-message-failed', 'genesys-web-messaging/first-message-failed'),
    ],
  },
  {
    number: 16,
    cause: 'no option of its list or tree',
    shown: [by('value/not-in-list', 'cxone-digital/list-value', 'cxone-digital/tree-branch')],
  },
  {
    number: 17,
    cause: 'repaired by a wrong request, or too late',
    shown: [
      by('error/refused', 'genesys-web-chat/repair-by-wrong-path'),
      by('timing/repaired-late', 'late-put'),
    ],
  },
  {
    number: 18,
    cause: 'gone with a reload',
    shown: [
      by('timing/lost-in-reload', 'genesys-web-messaging/reload'),
      by('presence/missing', 'cxone-digital/reload'),
    ],
  },
  {
    number: 19,
    cause: 'taken back in the SDK only',
    shown: [
      by('timing/removed-after-sent', 'genesys-web-messaging/removed-after-sent'),
      by('sent/taken-back', 'genesys-web-messaging/taken-back'),
    ],
  },
];

/** Cause 20, which is no fault: it arrives, and is not shown. */
export const HIDDEN = 'cxone-digital/hidden-field';

export interface Loss {
  readonly letter: string;
  readonly loss: string;
  /** The checks that find it; none where there is nothing to find from a browser. */
  readonly checks: readonly string[];
}

/** The losses without an error that the SDK of CXone Digital is known for. */
export const LOSSES: readonly Loss[] = [
  { letter: 'a', loss: 'only the first message carries fields, which is no loss', checks: [] },
  { letter: 'b', loss: 'set between the first message and CaseCreated', checks: ['timing/while-starting'] },
  { letter: 'c', loss: 'cleared when the contact is closed', checks: ['timing/lost-after-close'] },
  { letter: 'd', loss: 'a reload onto a closed contact', checks: ['timing/into-closed'] },
  {
    letter: 'e',
    loss: 'no string: sent unchecked, or refused with a misleading error',
    checks: ['value/not-a-string', 'value/null', 'error/call-threw'],
  },
  { letter: 'f', loss: 'more than 1,024 characters', checks: ['size/value-too-long'] },
  {
    letter: 'g',
    loss: 'removeCustomField is local',
    checks: ['timing/removed-after-sent', 'sent/taken-back'],
  },
  { letter: 'h', loss: 'an ident that is not defined', checks: ['echo/not-in-start', 'mapping/not-defined'] },
  { letter: 'i', loss: 'no option, no leaf, no address', checks: ['value/not-in-list', 'value/pattern'] },
  { letter: 'j', loss: 'set with no chat to set it on', checks: ['sent/never-sent'] },
  {
    letter: 'k',
    loss: 'startChat twice, or with an object',
    checks: ['error/call-threw', 'place/wrong-namespace'],
  },
  { letter: 'l', loss: 'missed while the socket was closed', checks: ['echo/not-recovered'] },
  { letter: 'm', loss: 'the other scope', checks: ['place/wrong-namespace'] },
  { letter: 'n', loss: 'resetSession forgets what waits', checks: ['sent/taken-back'] },
];

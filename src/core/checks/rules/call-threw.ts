import { formatSnapshot } from '../../capture/display.ts';
import type { ReturnEvent } from '../../capture/event.ts';
import type { Snapshot } from '../../capture/snapshot.ts';
import { markOf } from '../../capture/walk.ts';
import { PerDocument } from '../../trace/per-document.ts';
import type { Conversation, Sighting } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { wasGiven } from '../code.ts';
import { at, left, ownSightings } from '../subject.ts';

/** The call that gave it threw, and nothing carried it. */
export const callThrew: Check = {
  id: 'error/call-threw',
  title: 'The call that gave it threw',
  severity: 'error',
  stage: 'call',
  why: 'An SDK does not keep what it is given in a call that throws, and a page that catches the error tells nobody.',
  source: 'observed',
  explains: ['sent/', 'echo/', 'timing/', 'presence/', 'value/', 'size/', 'identity/'],
  run(subject) {
    const given = subject.exact.filter(at('call'));
    const [first] = given;
    if (!first || ownSightings(subject).some(left)) return null;
    const errors = thrownIn(subject.conversation);
    const error = errorOf(first, errors);
    if (!error || subject.partial || !given.every((sighting) => errorOf(sighting, errors))) return null;
    const wantsText = subject.dialect.limits?.stringsOnly === true && !isText(first.value);
    return {
      message: `${wasGiven(subject, first)}, and the call threw ${formatSnapshot(error.value, 200)}.`,
      fix: wantsText
        ? 'Give a string: whatever the error says, this value is not one.'
        : 'Mend what the error names, and do not catch it unseen.',
      sightings: given,
    };
  },
};

/** What calls have thrown, by the call. */
function thrownIn({ events }: Conversation): PerDocument<ReturnEvent> {
  const thrown = new PerDocument<ReturnEvent>();
  for (const event of events)
    if (event.kind === 'return' && event.outcome === 'threw') thrown.set(event.document, event.call, event);
  return thrown;
}

const errorOf = ({ event }: Sighting, errors: PerDocument<ReturnEvent>): ReturnEvent | undefined =>
  event.kind === 'call' ? errors.get(event.document, event.call) : undefined;

const isText = (value: Snapshot): boolean =>
  value === null || typeof value === 'string' || markOf(value)?.$mark === 'string';

const SOCKET = { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' } as const;
const START = {
  in: { eventId: 'e-2', eventType: 'CaseCreated', data: { case: { threadIdOnExternalPlatform: 't-1' } } },
} as const;

export const examples: Examples = {
  fails: [
    {
      title: 'a number, and an error that speaks of its length',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        SOCKET,
        {
          call: 'cxone',
          args: ['chat', 'setContactCustomField', 'crm_customer_id', 882_910],
          threw: 'Error: Value of custom field "crm_customer_id" exceeds maximum length of 1024 characters',
        },
        START,
      ],
    },
    {
      title: 'a chat that was started before',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          call: 'cxone',
          args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'],
          threw: 'Error: Chat is already initialized',
        },
        SOCKET,
        START,
      ],
    },
  ],
  passes: [
    {
      title: 'given again by a call that did not throw',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          call: 'cxone',
          args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'],
          threw: 'TypeError: cxone is not ready',
        },
        { call: 'cxone', args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'] },
        SOCKET,
        START,
      ],
    },
  ],
};

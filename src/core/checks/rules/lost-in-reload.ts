import type { Check, Examples } from '../check.ts';
import { correctedCall, exampleValue, rightPath } from '../code.ts';
import { deadlinePassed, isShown, ownSightings } from '../subject.ts';

/** The session is older than the page, and the page has not given it. */
export const lostInReload: Check = {
  id: 'timing/lost-in-reload',
  title: 'Not given again after a reload',
  severity: 'warning',
  stage: 'call',
  why: 'The session outlives the page, and what the page has given but not sent does not.',
  source: 'third-party',
  explains: ['presence/', 'echo/'],
  run(subject) {
    const { row, conversation, key, dialect } = subject;
    if (!row?.required || !conversation.moments.has('resumed') || !deadlinePassed(conversation)) return null;
    // Where the page has put it into an identifier, that is the matter.
    if (ownSightings(subject).length > 0 || subject.identity.length > 0) return null;
    // Where the backend shows all that it has, what is not there is lost; elsewhere an earlier page may have sent it.
    const shown = isShown(subject, 'echoed');
    const known = shown
      ? `${dialect.startEvent} shows that the backend does not have it either.`
      : 'An earlier page may have sent it, which cannot be seen from here.';
    return {
      message: `The session is one that the backend knew already, and this page has not given ${key}. ${known}`,
      fix: `Give ${rightPath(subject)} on every load of the page.`,
      code: correctedCall(subject, exampleValue(subject)),
      ...(shown && { severity: 'error' as const }),
      sightings: [],
    };
  },
};

const SOCKET = { socket: 'wss://webmessaging.mypurecloud.com/v1?deploymentId=d' } as const;
const session = (newSession: boolean) =>
  ({ in: { type: 'response', class: 'SessionResponse', code: 200, body: { newSession } } }) as const;
const ECHO = {
  in: { type: 'message', class: 'StructuredMessage', code: 200, body: { direction: 'Inbound' } },
} as const;
const MESSAGE = { out: { token: 't', action: 'onMessage', message: { text: 'Hello' } } } as const;

const RECOVERED = {
  in: {
    eventId: 'e-1',
    postback: {
      eventType: 'LivechatRecovered',
      data: { contact: { threadIdOnExternalPlatform: 't-1', status: 'open', customFields: [] } },
    },
  },
} as const;

export const examples: Examples = {
  fails: [
    {
      title: 'a session that goes on',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [SOCKET, session(false), MESSAGE, ECHO],
    },
    {
      title: 'a contact that was recovered without it',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [{ socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' }, RECOVERED],
    },
  ],
  passes: [
    {
      title: 'a contact that was recovered, of a page that names the visitor by it',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        {
          socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=CRM-882910',
        },
        RECOVERED,
      ],
    },
    {
      title: 'a session that is new',
      dialect: 'genesys-web-messaging',
      namespace: 'custom',
      events: [SOCKET, session(true), MESSAGE, ECHO],
    },
  ],
};

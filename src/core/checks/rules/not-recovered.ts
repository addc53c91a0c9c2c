import type { ConversationCheck, Examples } from '../check.ts';

/** The socket broke before the conversation had started, and nothing was asked for on the next one. */
export const notRecovered: ConversationCheck = {
  id: 'echo/not-recovered',
  title: 'Reconnected, and nothing recovered',
  severity: 'warning',
  stage: 'echoed',
  why: 'What comes while the socket is closed is not sent again, so the SDK, and this panel, may never learn what was stored.',
  source: 'vendor',
  inspect({ events, moments }, { mustRecover, startEvent }) {
    if (!mustRecover || moments.has('start') || !moments.has('create')) return null;
    const opened = events.filter((event) => event.kind === 'socket' && event.phase === 'connecting');
    if (opened.length < 2) return null;
    return {
      message: `The socket was opened ${opened.length} times, and neither ${startEvent} nor what is stored of the conversation came on any.`,
      fix: 'Recover the thread whenever the socket opens.',
      sightings: [],
    };
  },
};

const GATEWAY = 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1';
const SET = {
  call: 'cxone',
  args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'],
} as const;
const FIRST = {
  out: {
    action: 'chatWindowEvent',
    eventId: 'e-1',
    payload: {
      eventType: 'SendMessage',
      data: {
        thread: { idOnExternalPlatform: 't-1' },
        consumerContact: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
      },
    },
  },
} as const;
const BROKEN = [SET, { socket: GATEWAY }, FIRST, { closed: GATEWAY }, { socket: GATEWAY }] as const;

export const examples: Examples = {
  fails: [
    {
      title: 'a socket that broke after the first message',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: BROKEN,
    },
  ],
  passes: [
    {
      title: 'the thread was recovered',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        ...BROKEN,
        {
          in: {
            eventId: 'e-2',
            postback: {
              eventType: 'LivechatRecovered',
              data: {
                contact: {
                  threadIdOnExternalPlatform: 't-1',
                  status: 'open',
                  customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }],
                },
              },
            },
          },
        },
      ],
    },
  ],
};

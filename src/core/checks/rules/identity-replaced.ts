import { textOf } from '../../capture/walk.ts';
import type { ConversationCheck, Examples } from '../check.ts';
import { mayBeAttribute } from '../identity.ts';
import { written } from '../place.ts';

/** The backend knows the visitor by another id than the page gave. */
export const identityReplaced: ConversationCheck = {
  id: 'identity/replaced',
  title: 'The backend has replaced the identifier',
  severity: 'warning',
  stage: 'echoed',
  why: 'From there on every frame names the visitor by the new one, so a look-up by the id that the page gave finds nobody.',
  source: 'vendor',
  inspect(conversation, dialect) {
    const identities = conversation.sightings.filter(({ role }) => role === 'identity');
    const answer = identities.find(({ stage }) => stage === 'echoed');
    const given = identities.filter(
      (sighting) =>
        sighting.stage !== 'echoed' &&
        sighting.key === answer?.key &&
        sighting.event.time < answer.event.time &&
        mayBeAttribute(sighting, dialect, null),
    );
    const [first] = given;
    if (!answer || !first || textOf(answer.value) === undefined) return null;
    if (conversation.passedOver > 0 || given.some(({ value }) => value === answer.value)) return null;
    return {
      message: `${written(first)} was sent, and the answer was ${written(answer)}.`,
      fix: 'Give the id as an attribute as well: nobody replaces that.',
      sightings: [first, answer],
    };
  },
};

const authorized = (idOnExternalPlatform: string) =>
  ({
    in: {
      eventId: 'e-1',
      postback: { eventType: 'ConsumerAuthorized', data: { consumerIdentity: { idOnExternalPlatform } } },
    },
  }) as const;
const SOCKET = {
  socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=CRM-882910',
} as const;
const SET = {
  call: 'cxone',
  args: ['chat', 'setContactCustomField', 'crm_customer_id', 'CRM-882910'],
} as const;

export const examples: Examples = {
  fails: [
    {
      title: 'the gateway authorizes another customer',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [SET, SOCKET, authorized('5ec87e05-357a-494e-b13d-27d4373e9a71')],
    },
  ],
  passes: [
    {
      title: 'the gateway authorizes the same one',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [SET, SOCKET, authorized('CRM-882910')],
    },
    {
      title: 'a name that the SDK has made up',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        SET,
        {
          socket:
            'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1&customerId=5ec87e05-357a-494e-b13d-27d4373e9a71',
        },
        authorized('8c0d8b53-0fd6-4a2f-9b0c-1d9ab5b4a0f1'),
      ],
    },
  ],
};

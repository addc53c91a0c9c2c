import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { reachesBackend } from '../subject.ts';

/** Sent, and the configuration that the page fetched does not define it. */
export const notDefined: Check = {
  id: 'mapping/not-defined',
  title: 'Not in the channel’s configuration',
  severity: 'warning',
  stage: 'sent',
  why: 'A field that is defined nowhere is ignored without an error; the configuration need not list every field, so this is no proof.',
  source: 'vendor',
  explains: [],
  run(subject) {
    const { conversation, key, namespace, row } = subject;
    const { definitions } = conversation;
    const sent = subject.exact.find(reachesBackend);
    const named = definitions.filter((definition) => definition.key === key);
    if (!sent || definitions.length === 0 || row?.mapped === true) return null;
    if (named.some((definition) => definition.namespace === namespace)) return null;
    const [elsewhere] = named;
    const other = elsewhere ? ` It defines ${key} for ${JSON.stringify(elsewhere.namespace)} only.` : '';
    return {
      message: `${written(sent)} left, and the configuration that the page has fetched does not define ${JSON.stringify(key)} for ${JSON.stringify(namespace)}.${other}`,
      fix: 'Have somebody look in the admin settings, and say "mapped": true in the mapping if it is there.',
      sightings: [sent],
    };
  },
};

const config = (...idents: readonly string[]) =>
  ({
    get: 'https://channels-de-na1.niceincontact.com/chat/1.0/brand/1/channel/chat_1?locale=en-US',
    answer: { caseCustomFields: idents.map((ident) => ({ ident })), endUserCustomFields: [] },
  }) as const;
const REST = [
  { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
  {
    out: {
      action: 'chatWindowEvent',
      eventId: 'e-1',
      payload: {
        eventType: 'SetConsumerContactCustomFields',
        data: {
          thread: { idOnExternalPlatform: 't-1' },
          customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }],
        },
      },
    },
  },
] as const;

export const examples: Examples = {
  fails: [
    {
      title: 'a field that only the page knows',
      dialect: 'cxone-digital',
      namespace: 'contact',
      row: { mapped: undefined },
      events: [config('order_id'), ...REST],
    },
  ],
  passes: [
    {
      title: 'a field that is defined',
      dialect: 'cxone-digital',
      namespace: 'contact',
      row: { mapped: undefined },
      events: [config('crm_customer_id'), ...REST],
    },
    {
      title: 'a field that the mapping knows to be mapped',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [config('order_id'), ...REST],
    },
  ],
};

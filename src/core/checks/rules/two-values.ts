import type { CapturedEvent } from '../../capture/event.ts';
import { sameValue } from '../../capture/walk.ts';
import type { Sighting } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { written } from '../place.ts';
import { reachesBackend } from '../subject.ts';

/** One message carried two values of it. */
export const twoValues: Check = {
  id: 'value/two-values',
  title: 'Two values in one message',
  severity: 'error',
  stage: 'sent',
  why: 'Nobody has said which of them is stored. A pre-chat form does this, when it adds its answer to what the page has set.',
  source: 'inferred',
  explains: ['value/', 'echo/'],
  run(subject) {
    const firstOf = new Map<CapturedEvent, Sighting>();
    for (const second of subject.exact.filter(reachesBackend)) {
      const first = firstOf.get(second.event);
      if (!first) firstOf.set(second.event, second);
      if (!first || sameValue(first.value, second.value)) continue;
      return {
        message: `${written(first)} and ${written(second)} left in one message.`,
        fix: `Let either the page or the form give ${subject.key}, and not both.`,
        stage: first.stage,
        sightings: [first, second],
      };
    }
    return null;
  },
};

export const examples: Examples = {
  fails: [
    {
      title: 'from the page and from a survey',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' },
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-1',
            payload: {
              eventType: 'SendMessage',
              data: {
                thread: { idOnExternalPlatform: 't-1' },
                consumerContact: {
                  customFields: [
                    { ident: 'crm_customer_id', value: 'CRM-000001' },
                    { ident: 'crm_customer_id', value: 'CRM-882910' },
                  ],
                },
              },
            },
          },
        },
      ],
    },
  ],
  passes: [{ title: 'one value', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } }],
};

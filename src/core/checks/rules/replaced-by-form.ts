import type { Check, Examples } from '../check.ts';
import { rightPath } from '../code.ts';
import { written } from '../place.ts';
import { at, left, ownSightings, reachesBackend, type Subject } from '../subject.ts';

/** The first message carried other attributes, which the page never gave, in the place of this one. */
export const replacedByForm: Check = {
  id: 'sent/replaced-by-form',
  title: 'Replaced by the answers of a form',
  severity: 'error',
  stage: 'sent',
  why: 'A pre-chat form whose answers open the conversation can discard what the page set before.',
  source: 'third-party',
  explains: ['sent/', 'echo/', 'presence/', 'timing/'],
  run(subject) {
    const given = subject.exact.find(at('call'));
    if (!given || ownSightings(subject).some(left)) return null;
    const answers = formAnswers(subject);
    const [first] = answers;
    if (!first || given.event.time > first.event.time) return null;
    const keys = [...new Set(answers.map(({ key }) => JSON.stringify(key)))].join(', ');
    return {
      message: `${written(given)} was given; the first message carried ${keys} instead, which the page never gave: probably the answers of a form.`,
      fix: `Set ${rightPath(subject)} once the form was sent, or have the form carry it as a hidden field.`,
      sightings: [given, ...answers],
    };
  },
};

/** The attributes of the first message that no call has given. */
function formAnswers({ conversation, namespace }: Subject) {
  const created = conversation.moments.get('create');
  const { sightings } = conversation;
  const given = new Set(sightings.filter(at('call')).map(({ key }) => key));
  return sightings.filter(
    (sighting) =>
      sighting.event === created &&
      sighting.role === 'attribute' &&
      sighting.namespace === namespace &&
      reachesBackend(sighting) &&
      !given.has(sighting.key),
  );
}

const SOCKET = { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=chat_1' } as const;

export const examples: Examples = {
  fails: [
    {
      title: 'the survey takes the place of the fields',
      dialect: 'cxone-digital',
      namespace: 'contact',
      unmapped: 'ignore',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        SOCKET,
        {
          out: {
            action: 'chatWindowEvent',
            eventId: 'e-1',
            payload: {
              eventType: 'SendMessage',
              data: {
                thread: { idOnExternalPlatform: 't-1' },
                consumerContact: { customFields: [{ ident: 'topic', value: 'Invoice' }] },
              },
            },
          },
        },
      ],
    },
  ],
  passes: [
    {
      title: 'the survey adds to the fields',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-882910'] },
        SOCKET,
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
                    { ident: 'topic', value: 'Invoice' },
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
};

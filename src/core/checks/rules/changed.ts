import { formatSnapshot } from '../../capture/display.ts';
import { type Sighting, STAGES } from '../../trace/trace.ts';
import type { Check, Examples } from '../check.ts';
import { placeOf } from '../place.ts';
import { at, cameBack, isAnswer, type Subject } from '../subject.ts';
import { isUnchanged } from '../values.ts';

/** The value at one stage is not the value at the stage before. */
export const changed: Check = {
  id: 'value/changed',
  title: 'Value changed on the way',
  severity: 'error',
  stage: 'sent',
  why: 'What arrives is not what the page gave, so a look-up by it fails or finds somebody else.',
  source: 'observed',
  explains: ['value/'],
  run(subject) {
    const steps = STAGES.flatMap(
      (stage) =>
        subject.exact.find(
          (sighting) => at(stage)(sighting) && !sighting.repair && !isOlder(subject, sighting),
        ) ?? [],
    );
    for (const [index, after] of steps.entries()) {
      const before = steps[index - 1];
      if (!before || isUnchanged(subject, before.stage, after)) continue;
      return {
        message: `${subject.key} was ${formatSnapshot(before.value, 80)} at ${placeOf(before)} (${before.stage}) and ${formatSnapshot(after.value, 80)} at ${placeOf(after)} (${after.stage}).`,
        fix:
          after.stage === 'echoed' || after.stage === 'stored'
            ? 'Compare the rules of the field in the tenant (length, list values) with the value that is sent.'
            : `Find the code between the call and the network that rewrites ${subject.key}, and make it pass the value on unchanged.`,
        stage: after.stage,
        sightings: [before, after],
      };
    }
    return null;
  },
};

/** What the backend had from earlier was not changed on this way. */
const isOlder = (subject: Subject, sighting: Sighting): boolean =>
  cameBack(sighting) && !isAnswer(subject, sighting);

export const examples: Examples = {
  fails: [
    {
      title: 'the wrapper strips the prefix',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      posted: { attributes: { custom: { crm_customer_id: '882910' } } },
    },
    {
      title: 'the backend cuts it',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
      started: { custom: { crm_customer_id: 'CRM-882' } },
    },
  ],
  passes: [
    {
      title: 'the same at every stage',
      options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } },
    },
    {
      title: 'set twice, and the second value came back',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { call: 'cxone', args: ['chat', 'setCaseCustomField', 'crm_customer_id', 'CRM-000001'] },
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
                consumerContact: { customFields: [{ ident: 'crm_customer_id', value: 'CRM-882910' }] },
              },
            },
          },
        },
      ],
    },
  ],
};

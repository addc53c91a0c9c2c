import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import { describeEvent } from '../../../src/core/dialects/describe.ts';
import { DIALECTS } from '../../../src/core/dialects/dialects.ts';
import frames from './frames.json' with { type: 'json' };

type Label = keyof typeof frames;

function frame(label: Label): CapturedEvent {
  const text = JSON.stringify(frames[label]);
  const direction = /^[SG]/.test(label) ? 'out' : 'in';
  const body = { type: 'text', text, size: text.length } as const;
  return { kind: 'frame', socket: 1, direction, body, seq: 0, time: 1, document: 'd1' };
}

/** Which dialects claim a frame that comes on a socket nothing is known of. */
const claimants = (label: Label) =>
  DIALECTS.filter((dialect) => dialect.read(frame(label), {})).map(({ id }) => id);

/** What the frame's own dialect sees in it. */
const seen = (label: Label, id: string) => {
  const reading = DIALECTS.find((dialect) => dialect.id === id)?.read(frame(label), { ours: true });
  return reading?.sightings.map(({ role, namespace, key, value, stage }) =>
    role === 'identity' ? ['identity', value, stage] : [namespace, key, value, stage],
  );
};

const OWNERS: readonly (readonly [string, readonly Label[]])[] = [
  ['cxone-digital', ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8']],
  [
    'genesys-web-messaging',
    [
      'G1',
      'G2',
      'G3',
      'G4',
      'G5',
      'G6-typing',
      'G6-quick-reply',
      'G6-echo',
      'G6-close',
      'H1',
      'H2',
      'H3',
      'H4',
      'H5',
      'H6',
      'H7',
    ],
  ],
  ['genesys-web-chat', ['stream-members', 'stream-message']],
];

describe.each(OWNERS)('the frames of %s', (id, labels) => {
  it.each(labels)('%s is claimed by its own dialect and by no other', (label) => {
    expect(claimants(label)).toEqual([id]);
  });
});

describe('frames that say nothing of whose they are', () => {
  it.each(['S8', 'R1'] as const)('%s is claimed by nobody on an unknown socket', (label) => {
    expect(claimants(label)).toEqual([]);
  });
});

describe('cxone-digital', () => {
  const id = 'cxone-digital';
  const identity = (stage: string) => ['identity', 'CRM-882910', stage];

  it('sees both scopes in the first message', () => {
    expect(seen('S2', id)).toEqual([
      identity('handshake'),
      ['contact', 'crm_customer_id', 'CRM-882910', 'sent'],
      ['customer', 'customer_tier', 'gold', 'sent'],
    ]);
  });

  it('sees nothing lost in a later message, whose arrays are empty by design', () => {
    expect(seen('S3', id)).toEqual([identity('handshake')]);
  });

  it('sees one scope in an event of its own', () => {
    expect(seen('S4', id)).toContainEqual(['contact', 'order_id', 'A-1', 'sent']);
    expect(seen('S5', id)).toContainEqual(['customer', 'plan', 'pro', 'sent']);
  });

  it('sees an options object that became the text of the message', () => {
    expect(seen('S7', id)).toContainEqual(['message text', 'crm_customer_id', 'CRM-882910', 'sent']);
  });

  it('sees what came back', () => {
    expect(seen('R3', id)).toEqual([['contact', 'crm_customer_id', 'CRM-882910', 'echoed']]);
    expect(seen('R4', id)).toEqual([
      ['contact', 'crm_customer_id', 'CRM-882910', 'echoed'],
      ['customer', 'customer_tier', 'gold', 'echoed'],
    ]);
    expect(seen('R2', id)).toContainEqual(identity('echoed'));
  });

  it('takes the fields of a case for all that are stored of it, and for none of the customer’s', () => {
    const containers = (label: Label) =>
      DIALECTS.find((one) => one.id === id)?.read(frame(label), {})?.containers;
    expect(containers('R3')).toEqual([{ stage: 'echoed', namespace: 'contact' }]);
    expect(containers('R4')).toEqual([
      { stage: 'echoed', namespace: 'contact' },
      { stage: 'echoed', namespace: 'customer' },
    ]);
    expect(containers('R2')).toEqual([]);
  });

  it('knows a closed contact and a refusal', () => {
    const dialect = DIALECTS.find((one) => one.id === id);
    expect(dialect?.read(frame('R5'), {})?.moments).toEqual(['closed']);
    expect(dialect?.read(frame('R6'), {})?.refused).toMatchObject({ code: 'SendingMessageFailed' });
  });
});

describe('genesys-web-messaging', () => {
  const id = 'genesys-web-messaging';

  it('sees attributes in the message, and those in the old place as somewhere else', () => {
    expect(seen('G3', id)).toEqual([['custom', 'crm_customer_id', 'CRM-882910', 'sent']]);
    expect(seen('G5', id)).toEqual([['custom', 'crm_customer_id', 'CRM-882910', 'sent']]);
    expect(seen('G4', id)).toEqual([['channel.metadata', 'crm_customer_id', 'CRM-882910', 'sent']]);
  });

  it('takes the echo of a message without attributes for no proof', () => {
    const reading = DIALECTS.find((one) => one.id === id)?.read(frame('H2'), {});
    expect(reading?.moments).toEqual(['start']);
    expect(reading?.containers).toBeUndefined();
  });

  it('knows an error by its code', () => {
    expect(DIALECTS.find((one) => one.id === id)?.read(frame('H4'), {})?.refused).toMatchObject({
      code: '4013',
    });
  });
});

describe('a frame in a list', () => {
  const titled = (content: unknown) => {
    const text = JSON.stringify(content);
    const body = { type: 'text', text, size: text.length } as const;
    return describeEvent({ ...frame('R1'), kind: 'frame', socket: 1, direction: 'in', body }).title;
  };

  it('has a name where it only acknowledges', () => {
    expect(describeEvent(frame('R1')).title).toBe('acknowledged');
    expect(titled({ eventId: 'e-1' })).toBe('acknowledged');
    expect(titled({ eventId: 'e-1', answer: 42 })).toBe('{"eventId":"e-1","answer":42}');
  });

  it('has the name of the error, also where that answers nothing', () => {
    expect(titled({ error: { errorCode: 'SendingMessageFailed', transactionId: 'f7d0' } })).toBe(
      'SendingMessageFailed',
    );
    expect(describeEvent(frame('H4')).title).toBe('error 4013');
  });
});

describe('noise', () => {
  it('is a heartbeat and typing, and nothing that carries content', () => {
    const noisy = (label: Label) => describeEvent(frame(label)).noise;
    expect((['S8', 'G6-typing', 'G6-echo'] as const).map(noisy)).toEqual([true, true, true]);
    expect((['S2', 'S4', 'G3', 'H2', 'R4'] as const).map(noisy)).toEqual([false, false, false, false, false]);
  });
});

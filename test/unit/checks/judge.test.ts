import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedEvent } from '../../../src/core/capture/event.ts';
import type { Verdict } from '../../../src/core/checks/finding.ts';
import { judge, judgeNothing } from '../../../src/core/checks/judge.ts';
import type { Mapping } from '../../../src/core/mapping/mapping.ts';
import { conversationsOf, exampleEvents, exampleMapping } from '../support/example-capture.ts';

const GOOD = { title: '', options: { attributes: { custom: { crm_customer_id: 'CRM-882910' } } } };

function judged(events: readonly CapturedEvent[], mapping: Mapping | null = exampleMapping()) {
  const [conversation] = conversationsOf(events);
  if (!conversation) throw new Error('no conversation in the events');
  return judge(conversation, mapping);
}

const verdictAfter = (count: number): Verdict => judged(exampleEvents(GOOD).slice(0, count)).verdict;

describe('the verdict', () => {
  it('is pending until the backend shows what it took, and pass then', () => {
    expect([1, 2, 3, 5, 6].map(verdictAfter)).toEqual([
      'pending',
      'pending',
      'pending',
      'pending',
      'pending',
    ]);
    expect(verdictAfter(7)).toBe('pass');
  });

  it('is unknown, not fail, when the start event shows no attributes at all', () => {
    expect(judged(exampleEvents({ ...GOOD, started: null }))).toMatchObject({ verdict: 'unknown' });
  });

  it('is pending for a required attribute that can still be given', () => {
    const events = exampleEvents({ title: '', options: { name: 'John Doe' } });
    expect(judged(events.slice(0, 2))).toMatchObject({ verdict: 'pending', attributes: [{ findings: [] }] });
    expect(judged(events)).toMatchObject({ verdict: 'fail' });
  });

  it('does not count an optional attribute that was not given', () => {
    const mapping = exampleMapping();
    const optional = { key: 'account_tier', namespace: 'custom' };
    const result = judged(exampleEvents(GOOD), { ...mapping, attributes: [...mapping.attributes, optional] });
    expect(result.verdict).toBe('pass');
    expect(result.attributes[1]).toMatchObject({ idle: true, verdict: 'unknown', findings: [] });
  });

  it('calls required rows pending, not failed, while nothing was started', () => {
    expect(judgeNothing(exampleMapping())).toMatchObject([{ verdict: 'pending', findings: [] }]);
  });

  it('says without any mapping what is wrong whatever the mapping says', () => {
    const ids = (options: unknown) =>
      judged(exampleEvents({ title: '', options }), null).attributes.flatMap(({ findings }) =>
        findings.map(({ id }) => id),
      );
    expect(ids({ customerId: 'CRM-882910', name: 'John Doe' })).toEqual(['identity/transient-only']);
    expect(ids({ attributes: { crm: { id: 'CRM-882910' } } })).toEqual(['place/wrong-namespace']);
    expect(ids({ attributes: { custom: { id: '{{crmId}}' } } })).toEqual(['value/placeholder']);
    expect(ids({ attributes: { custom: { id: 'CRM-882910' } } })).toEqual([]);
  });

  it('finds what only the tenant can mend even where everything else is right', () => {
    expect(
      judged(exampleEvents(GOOD), exampleMapping({ row: { mapped: false } })).attributes[0],
    ).toMatchObject({
      verdict: 'fail',
      lostAt: 'echoed',
    });
  });
});

describe('a mapping that says itself where an attribute rides', () => {
  const row = { paths: { call: 'context.crm.id', handshake: 'meta.fields[0].id' } };
  const chat = (posted: unknown) =>
    judged(
      exampleEvents({
        title: '',
        options: { context: { crm: { id: 'CRM-882910' } } },
        posted,
        started: { custom: { crm_customer_id: 'CRM-882910' } },
      }),
      exampleMapping({ row }),
    ).attributes[0];

  it('is followed at the stages that it tells of', () => {
    expect(chat({ meta: { fields: [{ id: 'CRM-882910' }] } })).toMatchObject({
      verdict: 'pass',
      cells: {
        call: { state: 'seen' },
        handshake: { state: 'seen', sighting: { path: 'meta.fields[0].id' } },
      },
    });
  });

  it('finds misplaced what stands where the dialect would expect it', () => {
    expect(chat({ attributes: { custom: { crm_customer_id: 'CRM-882910' } } })).toMatchObject({
      verdict: 'fail',
      cells: { handshake: { state: 'misplaced' } },
    });
  });

  it('is what the code to copy follows', () => {
    const missing = judged(exampleEvents({ title: '', options: {} }), exampleMapping({ row })).attributes[0];
    expect(missing?.findings[0]?.code).toContain('context: {\n    crm: {\n      id:');
  });
});

describe('a capture from which secrets were taken', () => {
  const hidden = { attributes: { custom: { crm_customer_id: '[redacted-3]' } } };

  it('is not judged by the words that stand for a value', () => {
    expect(judged(exampleEvents({ title: '', options: hidden }))).toMatchObject({
      verdict: 'unknown',
      attributes: [{ findings: [], reason: expect.stringContaining('taken out') }],
    });
  });

  it('still shows where a value changed', () => {
    const posted = { attributes: { custom: { crm_customer_id: '[redacted-4]' } } };
    expect(
      judged(exampleEvents({ title: '', options: hidden, posted })).attributes[0]?.findings,
    ).toMatchObject([{ id: 'value/changed' }]);
  });
});

describe('the cells of the trace', () => {
  const states = (events: readonly CapturedEvent[]) => {
    const cells = judged(events).attributes[0]?.cells;
    return (
      cells && [cells.call, cells.handshake, cells.sent, cells.echoed, cells.stored].map(({ state }) => state)
    );
  };

  it('show an attribute at every stage that it passed', () => {
    expect(states(exampleEvents(GOOD))).toEqual(['seen', 'seen', 'absent', 'seen', 'unknown']);
  });

  it('show where another value appears', () => {
    const posted = { attributes: { custom: { crm_customer_id: '882910' } } };
    expect(states(exampleEvents({ ...GOOD, posted }))).toEqual([
      'seen',
      'changed',
      'absent',
      'seen',
      'unknown',
    ]);
  });

  it('show what came too late, and what stands in the wrong place', () => {
    const late = { custom: { crm_customer_id: 'CRM-882910' } };
    expect(states(exampleEvents({ ...GOOD, posted: {}, late }))?.slice(0, 4)).toEqual([
      'seen',
      'absent',
      'late',
      'absent',
    ]);
    expect(states(exampleEvents({ title: '', options: { customerId: 'CRM-882910' } }))?.[0]).toBe(
      'misplaced',
    );
  });
});

describe('the stage at which an attribute is lost', () => {
  const lostAt = (example: object) =>
    judged(exampleEvents({ title: '', options: {}, ...example })).attributes[0]?.lostAt;
  const wrong = { attributes: { custom: { crmCustomerId: 'CRM-882910' } } };

  it('is the call for a key that the page itself wrote wrongly', () => {
    expect(lostAt({ options: wrong })).toBe('call');
  });

  it('is where the key was renamed, when it was given rightly', () => {
    expect(lostAt({ ...GOOD, posted: wrong })).toBe('handshake');
  });
});

describe('the fix', () => {
  const codeFor = (options: unknown) =>
    judged(exampleEvents({ title: '', options })).attributes[0]?.findings[0]?.code;

  it('is the page’s own call with its own value in the right place', () => {
    expect(codeFor({ customerId: 'CRM-882910', name: 'John Doe', email: 'john@example.com' })).toBe(
      [
        'cxoneChat.startChat({',
        '  name: "John Doe",',
        '  email: "john@example.com",',
        '  attributes: {',
        '    custom: {',
        '      crm_customer_id: "CRM-882910"',
        '    }',
        '  }',
        '});',
      ].join('\n'),
    );
  });

  it('is the call that gives one attribute, where the SDK has such a call', () => {
    const events = exampleEvents({
      title: '',
      dialect: 'cxone-digital',
      namespace: 'contact',
      events: [
        { socket: 'wss://chat-gw-de-na1.niceincontact.com/?brandId=1&channelId=c&customerId=CRM-882910' },
      ],
    });
    const mapping = exampleMapping({ dialect: 'cxone-digital', namespace: 'contact' });
    expect(judged(events, mapping).attributes[0]?.findings[0]?.code).toBe(
      'cxone(\'chat\', \'setCaseCustomField\', "crm_customer_id", "CRM-882910");',
    );
  });

  it('takes the container away that held nothing but the misplaced key', () => {
    expect(codeFor({ attributes: { crm: { crm_customer_id: 'CRM-882910' } } })).not.toContain('crm: {');
  });

  it('does not repeat options of any size', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`option${index}`, 'x']));
    expect(codeFor({ ...many, customerId: 'CRM-882910' })?.length).toBeLessThan(300);
  });
});

describe('any capture', () => {
  it('is judged without an exception, and never passes without a sighting of what came back', () => {
    const content = fc.oneof(
      fc.constantFrom(
        ...exampleEvents(GOOD),
        ...exampleEvents({ ...GOOD, posted: {}, repaired: { metadata: {} } }),
      ),
      fc.jsonValue().map((value): CapturedEvent => {
        const text = JSON.stringify(value);
        const body = { type: 'text', text, size: text.length } as const;
        return { kind: 'frame', socket: 1, direction: 'in', body, seq: 0, time: 1, document: 'd1' };
      }),
    );
    fc.assert(
      fc.property(fc.array(content, { maxLength: 15 }), fc.boolean(), (events, mapped) => {
        for (const conversation of conversationsOf(events)) {
          for (const attribute of judge(conversation, mapped ? exampleMapping() : null).attributes) {
            if (attribute.verdict !== 'pass') continue;
            const { echoed, stored } = attribute.cells;
            expect([...echoed.sightings, ...stored.sightings]).not.toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

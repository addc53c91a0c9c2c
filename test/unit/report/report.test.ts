import { describe, expect, it } from 'vitest';
import schema from '../../../public/report.schema.json' with { type: 'json' };
import type { CapturedEvent, NoticeEvent } from '../../../src/core/capture/event.ts';
import type { Snapshot } from '../../../src/core/capture/snapshot.ts';
import { judge } from '../../../src/core/checks/judge.ts';
import { violations } from '../../../src/core/json/schema.ts';
import type { Mapping, MappingRow } from '../../../src/core/mapping/mapping.ts';
import { reportToJson } from '../../../src/core/report/json.ts';
import { buildReport, type Report } from '../../../src/core/report/report.ts';
import { createTracer } from '../../../src/core/trace/tracer.ts';
import { CAPTURE, CRM_ID, TOKEN } from '../capture/example.ts';

const ROW: MappingRow = {
  key: 'crm_customer_id',
  namespace: 'custom',
  label: 'CRM customer id',
  required: true,
  type: 'string',
  pattern: '^[0-9]+$',
  sensitive: true,
};

function mappingOf(row: MappingRow): Mapping {
  return { version: 1, name: 'x', dialect: 'cxone-web-messaging', unmapped: 'warn', attributes: [row] };
}

const NOTICE: NoticeEvent = {
  kind: 'notice',
  seq: 0,
  time: 1,
  code: 'cut',
  detail: `/?token=${TOKEN}`,
  count: 1,
};

function reportOf(events: readonly CapturedEvent[], mapping: Mapping): Report {
  const tracer = createTracer();
  for (const event of events) tracer.add(event);
  return buildReport({
    url: `https://shop.example/?token=${TOKEN}`,
    conversations: tracer.conversations().map((conversation) => judge(conversation, mapping)),
    notices: [NOTICE],
    events: events.length,
    lost: 0,
  });
}

function callOf(value: Snapshot): CapturedEvent {
  const args = [{ attributes: { custom: { crm_customer_id: value } } }];
  return {
    kind: 'call',
    document: 'd1',
    seq: 0,
    time: 1,
    call: 0,
    api: 'cxoneChat',
    method: 'startChat',
    args,
  };
}

const MAPPING = mappingOf(ROW);
const REPORT = reportOf(CAPTURE.events, MAPPING);

describe('a report in JSON', () => {
  const whole = JSON.parse(reportToJson(REPORT, { redact: false, mapping: MAPPING }));

  it('is as its schema says', () => {
    expect([...violations(whole, schema)]).toEqual([]);
    const redacted = JSON.parse(reportToJson(REPORT, { redact: true, mapping: MAPPING }));
    expect([...violations(redacted, schema)]).toEqual([]);
  });

  it('holds each attribute with its verdict, its stages and its findings', () => {
    expect(whole.conversations).toMatchObject([
      {
        verdict: 'fail',
        dialect: 'cxone-web-messaging',
        id: 'c-1',
        attributes: [
          {
            key: 'crm_customer_id',
            namespace: 'custom',
            label: 'CRM customer id',
            verdict: 'fail',
            stages: { call: { state: 'seen', path: 'attributes.custom.crm_customer_id', value: CRM_ID } },
            findings: [{ id: 'value/pattern', severity: 'error' }],
          },
          { key: 'account_tier', findings: [{ id: 'mapping/unmapped-key' }] },
        ],
      },
    ]);
    expect(whole).toMatchObject({
      notices: [{ code: 'cut', count: 1 }],
      events: CAPTURE.events.length,
      lost: 0,
    });
  });

  it('does not repeat the events', () => {
    expect(JSON.stringify(whole)).not.toContain('eventStreamUri');
  });

  it('names the scenario when there was one', () => {
    expect(whole).not.toHaveProperty('scenario');
    const text = reportToJson({ ...REPORT, scenario: 'two-chats' }, { redact: false, mapping: null });
    expect(JSON.parse(text)).toMatchObject({ scenario: 'two-chats' });
  });

  it('keeps marks as they are', () => {
    const report = reportOf(
      [callOf({ $mark: 'bigint', value: '882910' })],
      mappingOf({ key: 'a', namespace: 'custom' }),
    );
    expect(reportToJson(report, { redact: false, mapping: null })).toContain('"$mark": "bigint"');
  });
});

describe('a redacted report', () => {
  it('holds neither credentials nor the values of sensitive rows, also not in its sentences', () => {
    const whole = reportToJson(REPORT, { redact: false, mapping: MAPPING });
    expect(whole.split(CRM_ID).length).toBeGreaterThan(3);
    const redacted = reportToJson(REPORT, { redact: true, mapping: MAPPING });
    expect(redacted).not.toContain(CRM_ID);
    expect(redacted).not.toContain(TOKEN);
    expect(JSON.parse(redacted)).toMatchObject({
      conversations: [{ attributes: [{ stages: { call: { value: '[redacted]' } } }, {}] }],
    });
  });

  it('keeps the values of the other rows', () => {
    expect(reportToJson(REPORT, { redact: true, mapping: MAPPING })).toContain('"gold"');
  });

  it.each([
    ['of one letter', 'Q', /Q/],
    ['that is a number', 42, /\b42\b/],
    ['that is too long to be shown whole', `Zq${'7x'.repeat(400)}`, /Zq7/],
    [
      'that is cut in the middle of a sentence of its own',
      `Zq 7x ${'street no. 9, '.repeat(60)}`,
      /Zq|street/,
    ],
    ['with quotes and line breaks', 'Zq"\n7', /Zq/],
  ])('hides a value %s', (_, value, telltale) => {
    const report = reportOf([callOf(value)], MAPPING);
    expect(reportToJson(report, { redact: false, mapping: MAPPING })).toMatch(telltale);
    expect(reportToJson(report, { redact: true, mapping: MAPPING })).not.toMatch(telltale);
  });
});

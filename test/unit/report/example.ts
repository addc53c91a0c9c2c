import type { Report } from '../../../src/core/report/report.ts';
import { CAPTURE, CRM_ID, TOKEN } from '../capture/example.ts';

const PENDING = { state: 'pending' } as const;

const FINDING = {
  id: 'value/changed',
  severity: 'error',
  title: 'The value was changed on its way',
  message: `crm_customer_id left as "${CRM_ID}" and came back as "CRM-0".`,
  fix: 'Send what was given.',
  code: `startChat({ attributes: { custom: { crm_customer_id: '${CRM_ID}' } } });`,
  stage: 'echoed',
} as const;

/** A report with everything in it that a report can have, without the evidence it was made from. */
export const REPORT: Omit<Report, 'conversations'> & { readonly conversations: readonly object[] } = {
  url: `https://shop.example/?token=${TOKEN}`,
  scenario: 'value-changed',
  conversations: [
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
          reason: 'The value was changed on its way',
          stages: {
            call: { state: 'seen', path: 'attributes.custom.crm_customer_id', value: CRM_ID },
            handshake: PENDING,
            sent: {
              state: 'seen',
              path: 'attributes.custom.crm_customer_id',
              value: { $mark: 'bigint', value: '7' },
            },
            echoed: { state: 'changed', path: 'attributes.custom.crm_customer_id', value: null },
            stored: PENDING,
          },
          findings: [FINDING],
        },
      ],
      findings: [],
      notes: [{ kind: 'not-visible', text: 'Not visible from here: the agent.', source: 'inferred' }],
    },
  ],
  notices: [{ code: 'lost', detail: 'ring', count: 2 }],
  events: CAPTURE.events.length,
  lost: 2,
};

import type { Mapping } from '../mapping/mapping.ts';
import { redactReport } from './redact-report.ts';
import type { Report } from './report.ts';

/** A report as JSON, in the form that `public/report.schema.json` says. */
export function reportToJson(
  report: Report,
  options: { readonly redact: boolean; readonly mapping: Mapping | null },
): string {
  const { url, scenario, conversations, notices, events, lost } = options.redact
    ? redactReport(report, options.mapping)
    : report;
  const written = {
    url,
    ...(scenario !== undefined && { scenario }),
    conversations: conversations.map(({ evidence: _, ...conversation }) => conversation),
    notices,
    events,
    lost,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

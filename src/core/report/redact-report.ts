import { createRedactor, type Redactor } from '../capture/redact.ts';
import type { Mapping } from '../mapping/mapping.ts';
import {
  eachStage,
  type Report,
  type ReportAttribute,
  type ReportCell,
  type ReportFinding,
} from './report.ts';

/** The same report without credentials and without the values of the mapping's sensitive rows, also in its sentences. */
export function redactReport(report: Report, mapping: Mapping | null): Report {
  const events = report.conversations.flatMap(({ evidence }) => evidence);
  // Nothing is read back from a report, so a secret needs no number.
  const options = { numbered: false, sentences: true };
  const redactor = createRedactor({ events, urls: [report.url] }, mapping, options);
  return {
    ...report,
    url: redactor.text(report.url),
    conversations: report.conversations.map((conversation) => ({
      ...conversation,
      attributes: conversation.attributes.map((attribute) => redactAttribute(attribute, redactor)),
      findings: conversation.findings.map((finding) => redactFinding(finding, redactor)),
    })),
    notices: report.notices.map((notice) => ({ ...notice, detail: redactor.text(notice.detail) })),
  };
}

function redactAttribute(attribute: ReportAttribute, redactor: Redactor): ReportAttribute {
  const { key, reason, stages, findings } = attribute;
  return {
    ...attribute,
    reason: redactor.text(reason),
    stages: eachStage((stage) => redactCell(stages[stage], key, redactor)),
    findings: findings.map((finding) => redactFinding(finding, redactor)),
  };
}

function redactCell(cell: ReportCell, key: string, redactor: Redactor): ReportCell {
  return cell.value === undefined ? cell : { ...cell, value: redactor.value(cell.value, key) };
}

function redactFinding(finding: ReportFinding, redactor: Redactor): ReportFinding {
  const { title, message, fix, code } = finding;
  return {
    ...finding,
    title: redactor.text(title),
    message: redactor.text(message),
    fix: redactor.text(fix),
    ...(code !== undefined && { code: redactor.text(code) }),
  };
}

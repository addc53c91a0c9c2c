import type { CapturedEvent, NoticeEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import type {
  Cell,
  CellState,
  Finding,
  JudgedAttribute,
  JudgedConversation,
  Verdict,
} from '../checks/finding.ts';
import type { Note } from '../checks/notes.ts';
import { STAGES, type Stage } from '../trace/trace.ts';

/** What was found on a page: the one model that every form of report is written from. */
export interface Report {
  readonly url: string;
  /** The demo scenario that was run. */
  readonly scenario?: string;
  readonly conversations: readonly ReportConversation[];
  readonly notices: readonly ReportNotice[];
  /** How many events were captured, and how many were lost. */
  readonly events: number;
  readonly lost: number;
}

export interface ReportConversation {
  readonly verdict: Verdict;
  readonly dialect: string;
  /** The backend's id, once it was seen. */
  readonly id: string | null;
  readonly attributes: readonly ReportAttribute[];
  readonly findings: readonly ReportFinding[];
  /** What is to be known besides: a product that is retired, what cannot be seen from a browser. */
  readonly notes: readonly Note[];
  /** The events that it was judged by. Not written: they tell what must be taken out of all that is. */
  readonly evidence: readonly CapturedEvent[];
}

export interface ReportAttribute {
  readonly key: string;
  readonly namespace: string;
  readonly label?: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly stages: Readonly<Record<Stage, ReportCell>>;
  readonly findings: readonly ReportFinding[];
}

export interface ReportCell {
  readonly state: CellState;
  readonly path?: string;
  readonly value?: Snapshot;
}

export type ReportFinding = Pick<Finding, 'id' | 'severity' | 'title' | 'message' | 'fix' | 'code' | 'stage'>;

export type ReportNotice = Pick<NoticeEvent, 'code' | 'detail' | 'count'>;

export interface ReportInput {
  readonly url: string;
  readonly scenario?: string;
  readonly conversations: readonly JudgedConversation[];
  readonly notices: readonly NoticeEvent[];
  readonly events: number;
  readonly lost: number;
}

/** The report of what was judged. Pure: it decides nothing and leaves out only what nobody reads in a report. */
export function buildReport({ conversations, notices, ...rest }: ReportInput): Report {
  return {
    ...rest,
    conversations: conversations.map(reportConversation),
    notices: notices.map(({ code, detail, count }) => ({
      code,
      detail,
      ...(count !== undefined && { count }),
    })),
  };
}

function reportConversation({
  conversation,
  verdict,
  attributes,
  findings,
  notes,
}: JudgedConversation): ReportConversation {
  return {
    verdict,
    dialect: conversation.dialect,
    id: conversation.backendId,
    attributes: attributes.map(reportAttribute),
    findings: findings.map(reportFinding),
    notes,
    evidence: conversation.events,
  };
}

function reportAttribute({
  key,
  namespace,
  row,
  verdict,
  reason,
  cells,
  findings,
}: JudgedAttribute): ReportAttribute {
  return {
    key,
    namespace,
    ...(row?.label !== undefined && { label: row.label }),
    verdict,
    reason,
    stages: eachStage((stage) => reportCell(cells[stage])),
    findings: findings.map(reportFinding),
  };
}

function reportCell({ state, sighting }: Cell): ReportCell {
  return sighting ? { state, path: sighting.path, value: sighting.value } : { state };
}

function reportFinding({ id, severity, title, message, fix, code, stage }: Finding): ReportFinding {
  return {
    id,
    severity,
    title,
    message,
    fix,
    ...(code !== undefined && { code }),
    ...(stage !== undefined && { stage }),
  };
}

/** A record of all stages, in their order. */
export function eachStage<T>(make: (stage: Stage) => T): Record<Stage, T> {
  const [call, handshake, sent, echoed, stored] = STAGES;
  return {
    call: make(call),
    handshake: make(handshake),
    sent: make(sent),
    echoed: make(echoed),
    stored: make(stored),
  };
}

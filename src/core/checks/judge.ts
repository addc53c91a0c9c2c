import { dialectById } from '../dialects/dialects.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Conversation } from '../trace/trace.ts';
import { cellsOf } from './cells.ts';
import { isExplainedBy, toFinding } from './check.ts';
import { CHECKS, CONVERSATION_CHECKS } from './checks.ts';
import {
  type Cell,
  type Finding,
  type JudgedAttribute,
  type JudgedConversation,
  VERDICTS,
  type Verdict,
} from './finding.ts';
import { matchSubjects } from './match.ts';
import { notesOf } from './notes.ts';
import {
  allSightings,
  at,
  cameBack,
  deadlinePassed,
  hidesValue,
  isAnswer,
  left,
  leftAfterStart,
  type Subject,
} from './subject.ts';

/**
 * Turns a conversation and a mapping into findings and verdicts. The panel, the reports and the command line all call
 * this one function.
 * @param mapping `null`, or a mapping of another dialect: only what is wrong whatever a mapping says is said.
 */
export function judge(conversation: Conversation, mapping: Mapping | null): JudgedConversation {
  const dialect = dialectById(conversation.dialect, mapping);
  if (!dialect) return { conversation, dialect, verdict: 'unknown', attributes: [], findings: [], notes: [] };
  const own = mapping?.dialect === dialect.id ? mapping : null;
  const matched = matchSubjects(conversation, dialect, own);
  const attributes = matched.subjects.map(judgeSubject);
  const verdict = overall(attributes);
  const findings = CONVERSATION_CHECKS.flatMap((check) => {
    const conclusion = check.inspect(conversation, dialect);
    return conclusion ? [toFinding(check, conclusion)] : [];
  });
  const notes = notesOf(dialect, conversation, { verdict, attributes, ...matched });
  return { conversation, dialect, verdict, attributes, findings, notes };
}

/** The rows of a mapping while no chat was started: nothing is missing yet. */
export function judgeNothing(mapping: Mapping): readonly JudgedAttribute[] {
  const nothing: Cell = { state: 'pending', sightings: [] };
  const cells = { call: nothing, handshake: nothing, sent: nothing, echoed: nothing, stored: nothing };
  return mapping.attributes.map((row) => ({
    key: row.key,
    namespace: row.namespace,
    row,
    verdict: row.required ? 'pending' : 'unknown',
    reason: row.required ? 'Required; no chat was started yet.' : 'Optional; no chat was started yet.',
    idle: !row.required,
    cells,
    findings: [],
  }));
}

/** The worst of the verdicts that count. */
function overall(attributes: readonly JudgedAttribute[]): Verdict {
  const verdicts = attributes.filter(({ idle }) => !idle).map(({ verdict }) => verdict);
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}

function judgeSubject(subject: Subject): JudgedAttribute {
  const findings = findingsOf(subject);
  const seen = allSightings(subject);
  const idle = seen.length === 0 && !subject.row?.required;
  const value = (subject.exact[0] ?? seen[0])?.value;
  const lostAt = findings.find(({ severity }) => severity === 'error')?.stage;
  return {
    key: subject.key,
    namespace: subject.namespace,
    ...(subject.row && { row: subject.row }),
    ...verdictOf(subject, findings, idle),
    idle,
    ...(value !== undefined && { value }),
    cells: cellsOf(subject, findings),
    findings,
    ...(lostAt !== undefined && { lostAt }),
  };
}

/** What the checks say, less what one of them explains as its consequence. */
function findingsOf(subject: Subject): readonly Finding[] {
  const concluded = CHECKS.flatMap((check) => {
    const conclusion = check.run(subject);
    return conclusion ? [{ check, finding: toFinding(check, conclusion) }] : [];
  });
  return concluded
    .filter(
      ({ finding }, index) =>
        // Causes come first in the list, so two checks can never explain each other away.
        !concluded.slice(0, index).some(({ check }) => isExplainedBy(finding.id, check)),
    )
    .map(({ finding }) => finding);
}

function verdictOf(
  subject: Subject,
  findings: readonly Finding[],
  idle: boolean,
): Pick<JudgedAttribute, 'verdict' | 'reason'> {
  const { conversation, dialect, row } = subject;
  const error = findings.find(({ severity }) => severity === 'error');
  if (error) return { verdict: 'fail', reason: error.title };
  if (idle) return { verdict: 'unknown', reason: 'Optional, and not given in this conversation.' };
  const expectsPage = typeof row?.expected === 'object';
  const back = subject.exact.find((sighting) => cameBack(sighting) && isAnswer(subject, sighting));
  const stored = subject.exact.find((sighting) => at('stored')(sighting) && !sighting.repair);
  if ((back || stored) && expectsPage)
    return { verdict: 'unknown', reason: 'It arrived; the value it must equal was not read from the page.' };
  if ((back || stored) && row && hidesValue(subject))
    return { verdict: 'unknown', reason: 'It arrived; its value was taken out of this capture.' };
  if (stored) return { verdict: 'pass', reason: 'Read back from the backend.' };
  if (back) return { verdict: 'pass', reason: `Came back in ${dialect.startEvent}.` };
  if (conversation.ended)
    return { verdict: 'unknown', reason: 'The conversation ended before the backend showed what it took.' };
  const waits = dialect.waitsForMessage && !subject.exact.some(left);
  if (waits && subject.exact.some(at('call')))
    return { verdict: 'pending', reason: 'Waiting for the next message of the visitor.' };
  if (conversation.moments.has('start'))
    return {
      verdict: 'unknown',
      reason: leftAfterStart(subject)
        ? `It left after ${dialect.startEvent}, and nothing that came back since shows it.`
        : `${dialect.startEvent} shows no attributes, so nothing proves that it arrived.`,
    };
  const waitsFor =
    deadlinePassed(conversation) || subject.exact.some(at('sent'))
      ? dialect.startEvent
      : 'the chat to leave the page';
  return { verdict: 'pending', reason: `Waiting for ${waitsFor}.` };
}

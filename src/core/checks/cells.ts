import type { CapturedEvent } from '../capture/event.ts';
import type { Sighting, Stage } from '../trace/trace.ts';
import type { Cell, CellState, Finding } from './finding.ts';
import {
  allSightings,
  at,
  isAnswer,
  isShown,
  leftAfterStart,
  reachesBackend,
  type Subject,
} from './subject.ts';
import { isUnchanged } from './values.ts';

/** The cells of one row of the trace: what was seen of the attribute at each stage, or why nothing was. */
export function cellsOf(subject: Subject, findings: readonly Finding[]): Readonly<Record<Stage, Cell>> {
  const late = new Set(
    findings
      .filter(({ id, severity }) => id.startsWith('timing/') && severity === 'error')
      .flatMap(({ sightings }) => sightings),
  );
  let before: Sighting | undefined;
  const cell = (stage: Stage): Cell => {
    const sightings = allSightings(subject).filter(at(stage));
    const sighting = best(subject, stage);
    if (!sighting) return { state: unseen(subject, stage), sightings };
    const state = seen(subject, sighting, before, late.has(sighting));
    if (subject.exact.includes(sighting)) before = sighting;
    return { state, sighting, sightings };
  };
  // In this order: a cell is compared with the ones before it.
  return {
    call: cell('call'),
    handshake: cell('handshake'),
    sent: cell('sent'),
    echoed: cell('echoed'),
    stored: cell('stored'),
  };
}

/** The sighting that a cell shows: in the right place before anywhere else, before a repair, the first in time. */
function best(subject: Subject, stage: Stage): Sighting | undefined {
  const here = subject.exact.filter(at(stage));
  const tells = (sighting: Sighting): boolean => {
    if (stage === 'call') return true;
    return stage === 'echoed' || stage === 'stored' ? isAnswer(subject, sighting) : reachesBackend(sighting);
  };
  return (
    here.find(tells) ??
    here[0] ??
    [...subject.misplaced, ...subject.near, ...subject.identity].find(at(stage))
  );
}

function seen(subject: Subject, sighting: Sighting, before: Sighting | undefined, late: boolean): CellState {
  const right = subject.exact.includes(sighting) && !sighting.doubleEncoded;
  const inUrl = sighting.carrier === 'url' || sighting.carrier === 'subprotocol';
  if (!right || inUrl) return 'misplaced';
  if (late || sighting.repair) return 'late';
  return before && !isUnchanged(subject, before.stage, sighting) ? 'changed' : 'seen';
}

/** What an empty cell means: the stage passed without the attribute, has not come, or cannot be seen. */
function unseen(subject: Subject, stage: Stage): CellState {
  const { moments, ended, events } = subject.conversation;
  const waiting: CellState = ended ? 'unknown' : 'pending';
  switch (stage) {
    case 'call':
      return moments.has('start-call') ? 'absent' : 'unknown';
    case 'handshake':
      return moments.has('create') || events.some(({ kind }) => kind === 'socket') ? 'absent' : waiting;
    case 'sent':
      return moments.has('message') || events.some(leftInFrame) ? 'absent' : waiting;
    case 'echoed':
      if (isShown(subject, 'echoed') && !leftAfterStart(subject)) return 'absent';
      return moments.has('start') ? 'unknown' : waiting;
    case 'stored':
      return isShown(subject, 'stored') ? 'absent' : 'unknown';
  }
}

const leftInFrame = (event: CapturedEvent): boolean => event.kind === 'frame' && event.direction === 'out';

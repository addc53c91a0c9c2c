import type { CellState, JudgedAttribute } from '../../core/checks/finding.ts';
import { STAGES, type Stage } from '../../core/trace/trace.ts';

/** How the line from one stage to the next is drawn: the value went on, it went wrong, or nothing is known to travel. */
export type Thread = 'whole' | 'broken' | 'loose' | 'none';

const HERE: ReadonlySet<CellState> = new Set(['seen', 'changed', 'misplaced', 'late']);

/** The line that leaves a stage. It breaks before the stage at which the attribute is not there any more. */
export function threadAfter(attribute: JudgedAttribute, stage: Stage): Thread {
  const next = STAGES[STAGES.indexOf(stage) + 1];
  if (next === undefined || attribute.idle) return 'none';
  const here = HERE.has(attribute.cells[stage].state);
  if (here && HERE.has(attribute.cells[next].state)) return 'whole';
  if (here && attribute.lostAt === next) return 'broken';
  return 'loose';
}

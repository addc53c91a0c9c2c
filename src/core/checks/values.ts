import type { Snapshot } from '../capture/snapshot.ts';
import { markOf } from '../capture/walk.ts';
import type { Sighting, Stage } from '../trace/trace.ts';
import type { Subject } from './subject.ts';

/**
 * Whether the value of a sighting is one that the attribute had at an earlier stage. Any that it had there: a page may give
 * it twice, and the later value is then the one that travels.
 */
export const isUnchanged = (subject: Subject, earlier: Stage, sighting: Sighting): boolean =>
  subject.exact.some(({ stage, value }) => stage === earlier && sameText(value, sighting.value));

/** A number that became its own text is a matter of type, not another value. A string that was cut is compared by its head. */
function sameText(a: Snapshot, b: Snapshot): boolean {
  const cut = markOf(a);
  if (cut?.$mark === 'string' && typeof b === 'string')
    return b.startsWith(cut.head) && b.length === cut.length;
  if (a === null || b === null || typeof a === 'object' || typeof b === 'object')
    return JSON.stringify(a) === JSON.stringify(b);
  return String(a) === String(b);
}

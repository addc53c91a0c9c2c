import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedAttribute, JudgedConversation } from '../../core/checks/finding.ts';
import { judgeNothing } from '../../core/checks/judge.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { DIALECTS, dialectsFor } from '../../core/dialects/dialects.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { continues, differenceOf } from './continues.ts';
import { createJudging, type ValuesOf } from './judging.ts';
import { NO_PAGE_VALUES } from './page-values.ts';
import { Prefix } from './prefix.ts';
import { createRun, type Run } from './run.ts';

/** Events, read into conversations and judged. */
export interface Reading {
  /** The events that were read. */
  readonly events: Prefix<CapturedEvent>;
  readonly conversations: readonly JudgedConversation[];
  /** The mapping's rows while no conversation has begun. */
  readonly awaited: readonly JudgedAttribute[];
  /** The dialects that the events were read by. */
  readonly dialects: readonly Dialect[];
  /** The id of the conversation that an event belongs to. */
  readonly conversationOf: (event: CapturedEvent) => string | null;
  /** There is more to read. */
  readonly behind: boolean;
}

export interface Reader {
  /**
   * Reads a list of events that is mostly the one of the last time with more at its end.
   * @param until the time (`performance.now()`) at which to stop; what is left is read when it is asked again
   */
  read(events: Prefix<CapturedEvent>, mapping: Mapping | null, until?: number): Reading;
}

export const EMPTY_READING: Reading = {
  events: Prefix.of([]),
  conversations: [],
  awaited: [],
  dialects: DIALECTS,
  conversationOf: () => null,
  behind: false,
};

/**
 * A reader that gives a tracer only what is new. A tracer keeps all that it was given, in the order in which it was: when
 * an event came between old ones, old ones were let go, or events are to be read by other dialects, another is given
 * everything from the start, a part each time, and takes the place of the first when it has caught up.
 */
export function createReader(valuesOf: ValuesOf = () => NO_PAGE_VALUES): Reader {
  let dialects: readonly Dialect[] = DIALECTS;
  let list: Prefix<CapturedEvent> = Prefix.of([]);
  let run = createRun(dialects);
  let readBy = dialects;
  let successor: Run | null = null;
  const judging = createJudging(valuesOf);

  const startOver = (): void => {
    run = createRun(dialects);
    readBy = dialects;
    successor = null;
  };

  /** Turns to another list, keeping of what was read what is true of it as well. */
  const turnTo = (events: Prefix<CapturedEvent>): void => {
    const before = list;
    list = events;
    if (continues(before, events)) return;
    const difference = differenceOf(before, events);
    if (difference === null) {
      startOver();
      return;
    }
    const { same, added } = difference;
    const isBeyond = (reached: Run): boolean => reached.fed > same;
    if (run.fed === before.length) {
      run.insert(added, events.length);
      if (successor === null || isBeyond(successor)) successor = createRun(dialects);
    } else if (isBeyond(run)) startOver();
    else if (successor !== null && isBeyond(successor)) successor = createRun(dialects);
  };

  const advance = (until: number): void => {
    run.advance(list, until);
    if (successor === null) return;
    successor.advance(list, until);
    if (successor.fed < list.length) return;
    run = successor;
    readBy = dialects;
    successor = null;
  };

  return {
    read(events, mapping, until = Number.POSITIVE_INFINITY) {
      turnTo(events);
      const declared = dialectsFor(mapping);
      if (declared !== dialects) {
        dialects = declared;
        successor = createRun(dialects);
      }
      advance(until);
      const { tracer, fed } = run;
      const { conversations, behind } = judging.judgeAll(tracer.conversations(), mapping, until);
      return {
        events: events.first(fed),
        conversations,
        awaited: mapping !== null && conversations.length === 0 ? judgeNothing(mapping) : [],
        dialects: readBy,
        conversationOf: (event) => tracer.conversationOf(event),
        behind: behind || successor !== null || fed < events.length,
      };
    },
  };
}

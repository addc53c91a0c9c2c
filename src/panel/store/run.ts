import type { CapturedEvent } from '../../core/capture/event.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { createTracer, type Tracer } from '../../core/trace/tracer.ts';
import { describerOf } from './describe-once.ts';
import type { Prefix } from './prefix.ts';

/** Events that are read between two looks at the clock. */
const STEP = 50;

/** A tracer on its way through a list of events. */
export interface Run {
  readonly tracer: Tracer;
  /** How many events of the list it was given. */
  readonly fed: number;
  /** Takes the next events of the list until the clock (`performance.now()`) says so; a few at least. */
  advance(events: Prefix<CapturedEvent>, until: number): void;
  /** Takes events out of turn, after which the run is this far in the list. */
  insert(events: readonly CapturedEvent[], fed: number): void;
}

export function createRun(dialects: readonly Dialect[]): Run {
  const tracer = createTracer(dialects);
  const describe = describerOf(dialects);
  let fed = 0;
  const add = (event: CapturedEvent): void => {
    tracer.add(event);
    // The text of a frame was just decoded, and its name will be asked for.
    describe(event);
  };
  return {
    tracer,
    get fed() {
      return fed;
    },
    advance(events, until) {
      while (fed < events.length) {
        for (const event of events.slice(fed, fed + STEP)) add(event);
        fed = Math.min(events.length, fed + STEP);
        if (performance.now() >= until) return;
      }
    },
    insert(events, end) {
      for (const event of events) add(event);
      fed = end;
    },
  };
}

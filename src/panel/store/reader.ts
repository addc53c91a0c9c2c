import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedAttribute, JudgedConversation } from '../../core/checks/finding.ts';
import { judge, judgeNothing } from '../../core/checks/judge.ts';
import { dialectsFor } from '../../core/dialects/dialects.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { withPageValues } from '../../core/mapping/page-values.ts';
import type { Conversation } from '../../core/trace/trace.ts';
import { createTracer, type Tracer } from '../../core/trace/tracer.ts';
import { continues, keptOf } from './continues.ts';
import { NO_PAGE_VALUES, type PageValues } from './page-values.ts';

/** Events, read into conversations and judged. */
export interface Reading {
  readonly events: readonly CapturedEvent[];
  readonly conversations: readonly JudgedConversation[];
  /** The mapping's rows while no conversation has begun. */
  readonly awaited: readonly JudgedAttribute[];
  /** The id of the conversation that an event belongs to. */
  readonly conversationOf: (event: CapturedEvent) => string | null;
}

export interface Reader {
  /** Reads a list of events that is mostly the one of the last time with more at its end. */
  read(events: readonly CapturedEvent[], mapping: Mapping | null): Reading;
}

/** What was read from the page for the conversation that begins with an event. */
type ValuesOf = (first: CapturedEvent | undefined) => PageValues;

export const EMPTY_READING: Reading = {
  events: [],
  conversations: [],
  awaited: [],
  conversationOf: () => null,
};

/**
 * A tracer keeps all that it was given. When old events were let go another takes its place, which is given the rest
 * slice by slice, so that reading it all again keeps nobody waiting.
 */
interface Successor {
  readonly tracer: Tracer;
  /** How many of the events it was given. */
  fed: number;
}

/** Events that a successor is given in one go: well above what comes in meanwhile. */
const SLICE = 10_000;

function feed(tracer: Tracer, events: readonly CapturedEvent[], from: number, end: number): void {
  for (let at = from; at < end; at += 1) {
    const event = events[at];
    if (event !== undefined) tracer.add(event);
  }
}

/**
 * A reader that gives the tracer only what is new, and starts over when an event came between old ones, or events are
 * read by other dialects.
 */
export function createReader(valuesOf: ValuesOf = () => NO_PAGE_VALUES): Reader {
  let dialects = dialectsFor(null);
  let tracer = createTracer(dialects);
  let fed: readonly CapturedEvent[] = [];
  let successor: Successor | null = null;
  /** A conversation to which nothing was added stays the same object, and so does what was judged of it. */
  let judged = new WeakMap<Conversation, { by: PageValues; result: JudgedConversation }>();
  let judgedBy: Mapping | null = null;

  const judgeOnce = (conversation: Conversation): JudgedConversation => {
    const known = judged.get(conversation);
    const by = valuesOf(conversation.events[0]);
    if (known?.by === by) return known.result;
    const result = judge(conversation, judgedBy && withPageValues(judgedBy, by));
    judged.set(conversation, { by, result });
    return result;
  };

  /** @returns the tracer to read from: the successor as soon as it has seen everything */
  const advance = (next: Successor): Tracer => {
    const end = Math.min(fed.length, next.fed + SLICE);
    feed(next.tracer, fed, next.fed, end);
    next.fed = end;
    if (end < fed.length) return tracer;
    successor = null;
    return next.tracer;
  };

  return {
    read(events, mapping) {
      if (mapping !== judgedBy) {
        judged = new WeakMap();
        judgedBy = mapping;
      }
      const declared = dialectsFor(mapping);
      let from = declared === dialects && continues(fed, events) ? fed.length : 0;
      const kept = from === 0 && declared === dialects ? keptOf(fed, events) : null;
      if (kept !== null) {
        from = kept;
        successor = { tracer: createTracer(dialects), fed: 0 };
      } else if (from === 0) {
        dialects = declared;
        tracer = createTracer(dialects);
        successor = null;
      }
      feed(tracer, events, from, events.length);
      fed = events;
      if (successor) tracer = advance(successor);
      const reading = tracer;
      const conversations = tracer.conversations().map(judgeOnce);
      return {
        events,
        conversations,
        awaited: mapping !== null && conversations.length === 0 ? judgeNothing(mapping) : [],
        conversationOf: (event) => reading.conversationOf(event),
      };
    },
  };
}

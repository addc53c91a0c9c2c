import type { Body, TappedEvent } from '../core/capture/event.ts';
import type { PageBatch } from '../core/capture/link.ts';
import { now } from './clock.ts';
import { describeError } from './describe.ts';
import { encodeBatch } from './encode.ts';
import { bare, hasOwn, list } from './natives.ts';

/** Where the taps put what they saw. */
export interface Outbox {
  /** Takes an event; it leaves with the next batch. */
  add(event: TappedEvent): void;
  /** Takes what a tap could not do. The page's own call has gone, or goes, through all the same. Never throws. */
  failed(tap: string, error: unknown): void;
  /** Does what only the observer needs: whatever goes wrong there stays there. */
  guard(tap: string, work: () => void): void;
  /** In a document that is being left nothing may wait: what there is, and every event from then on, goes at once. */
  setLeaving(leaving: boolean): void;
}

/** How much waits at most before it is handed over in the middle of the page's own work. */
const MAX_EVENTS = 2_000;
const MAX_WEIGHT = 4 * 1024 * 1024;
const OTHER_WEIGHT = 2 * 1024;

/**
 * @param deliver hands a batch to the relay
 * @param later runs its argument once, soon, outside the page's own work
 */
export function createOutbox(deliver: (batch: PageBatch) => void, later: (work: () => void) => void): Outbox {
  let events = list<TappedEvent>();
  let weight = 0;
  let scheduled = false;
  let leaving = false;
  const failures: Record<string, number> = bare({});

  const flush = (): void => {
    if (events.length === 0) return;
    const batch = events;
    events = list();
    weight = 0;
    deliver(encodeBatch(batch));
  };
  const add = (event: TappedEvent): void => {
    events[events.length] = event;
    weight += weigh(event);
    if (isCut(event)) events[events.length] = cutNotice(event);
    if (leaving || weight > MAX_WEIGHT || events.length >= MAX_EVENTS) {
      flush();
    } else if (!scheduled) {
      scheduled = true;
      later(flushLater);
    }
  };
  const failed = (tap: string, error: unknown): void => {
    try {
      const count = (failures[tap] ?? 0) + 1;
      failures[tap] = count;
      // One that fails always would otherwise fill the log: the first is told, then the 2nd, 4th, 8th, …
      if ((count & (count - 1)) !== 0) return;
      const detail = `${tap}: ${describeError(error)}`;
      add({ kind: 'notice', time: now(), code: 'tap-failed', detail, count });
    } catch {
      // The stack or the memory is used up: then not even this can be told.
    }
  };
  const guard = (tap: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      failed(tap, error);
    }
  };
  const flushLater = (): void => {
    scheduled = false;
    guard('outbox', flush);
  };
  const setLeaving = (value: boolean): void => {
    leaving = value;
    guard('outbox', flush);
  };
  return { add, failed, guard, setLeaving };
}

type WithBody = Extract<TappedEvent, { body: Body }>;

const hasBody = (event: TappedEvent): event is WithBody =>
  event.kind === 'frame' || event.kind === 'request' || event.kind === 'response';

/** What an event takes, roughly, in UTF-16 code units. */
function weigh(event: TappedEvent): number {
  if (!hasBody(event)) return OTHER_WEIGHT;
  const { body } = event;
  return body.type === 'text' ? body.text.length : OTHER_WEIGHT;
}

const isCut = (event: TappedEvent): event is WithBody => hasBody(event) && hasOwn(event.body, 'cut');

function cutNotice({ kind, time, body }: WithBody): TappedEvent {
  const unit = body.type === 'text' ? 'characters' : 'bytes';
  return {
    kind: 'notice',
    time,
    code: 'cut',
    detail: `${kind} of ${'size' in body ? body.size : 0} ${unit}`,
  };
}

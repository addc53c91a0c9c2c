import type { TappedEvent } from '../core/capture/event.ts';
import { now } from './clock.ts';
import { describeError } from './describe.ts';
import { encodeBatch } from './encode.ts';
import { handOver } from './handover.ts';
import { later } from './later.ts';
import { listen } from './listen.ts';
import { bare, list } from './natives.ts';

/** How much waits at most before it is handed over in the middle of the page's own work. */
const MAX_EVENTS = 2_000;
const MAX_WEIGHT = 4 * 1024 * 1024;
const OTHER_WEIGHT = 8 * 1024;

const deliver = handOver();
const failures: Record<string, number> = bare({});
let events = list<TappedEvent>();
let weight = 0;
let scheduled = false;
/** The document may be gone before a task comes round: every event is handed over at once. */
let leaving = false;

/** Takes an event; it leaves with the next batch. */
export function report(event: TappedEvent): void {
  events[events.length] = event;
  weight += weigh(event);
  if (leaving || weight > MAX_WEIGHT || events.length >= MAX_EVENTS) {
    flush();
  } else if (!scheduled) {
    scheduled = true;
    later(flushLater);
  }
}

/** Does what only the observer needs: whatever goes wrong there stays there. */
export function guard(tap: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    failed(tap, error);
  }
}

/** Takes what a tap could not do. The page's own call has gone, or goes, through all the same. Never throws. */
export function failed(tap: string, error: unknown): void {
  try {
    const count = (failures[tap] ?? 0) + 1;
    failures[tap] = count;
    // One that fails always would otherwise fill the log: the 1st is told, the 2nd, 4th, 8th, …
    if ((count & (count - 1)) !== 0) return;
    const detail = `${tap}: ${describeError(error)}`;
    report({ kind: 'notice', time: now(), code: 'tap-failed', detail, count });
  } catch {
    // The stack or the memory is used up: then not even this can be told.
  }
}

/** Sees to it that nothing stays behind when the document is left. */
export function watchLeaving(): void {
  listen(window, 'pagehide', onHide);
  listen(window, 'pageshow', onShow);
}

function onHide(): void {
  leaving = true;
  guard('outbox', flush);
}

function onShow(): void {
  leaving = false;
}

function flushLater(): void {
  scheduled = false;
  guard('outbox', flush);
}

function flush(): void {
  if (events.length === 0) return;
  const batch = events;
  events = list();
  weight = 0;
  // Again with each batch: `document.open()` removes all listeners of the window.
  watchLeaving();
  deliver(encodeBatch(batch));
}

/** What an event takes, roughly, in UTF-16 code units. */
const weigh = (event: TappedEvent): number =>
  event.kind === 'frame' && event.body.type === 'text' ? event.body.text.length : OTHER_WEIGHT;

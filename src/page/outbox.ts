import type { RawEvent } from '../core/capture/link.ts';
import { now } from './clock.ts';
import { describeError } from './describe.ts';
import { encodeBatch, type Row, toRow, weightOf } from './encode.ts';
import { handOver } from './handover.ts';
import { later } from './later.ts';
import { listen } from './listen.ts';
import { bare, list } from './natives.ts';

/** How much waits at most before it is handed over in the middle of the page's own work. */
const MAX_EVENTS = 2_000;
const MAX_WEIGHT = 4 * 1024 * 1024;

const deliver = handOver();
let rows = list<Row>();
let weight = 0;
let scheduled = false;
/** How many events could not be observed or handed over, and why the last one: until that is told. */
export const untold = bare({ lost: 0 });
let reason = 'not handed over';
/** The document may be gone before a task comes round: every event is handed over at once. */
let leaving = false;

/** Takes an event; it leaves with the next batch. */
export function report(event: RawEvent): void {
  const row = toRow(event);
  // First, since whoever calls this counts the event as lost when it throws.
  schedule();
  rows[rows.length] = row;
  weight += weightOf(row);
  if (leaving || weight > MAX_WEIGHT || rows.length >= MAX_EVENTS) flush();
}

function schedule(): void {
  if (scheduled) return;
  later(flushLater);
  scheduled = true;
}

/** Does what only the observer needs: whatever goes wrong there stays there. */
export function guard(tap: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    failed(tap, error);
  }
}

/**
 * Takes what a tap could not do. The page's own call has gone, or goes, through all the same. Throws when there is no
 * stack left to be called on.
 */
export function failed(tap: string, error: unknown): void {
  untold.lost++;
  try {
    reason = `${tap}: ${describeError(error)}`;
    schedule();
  } catch {
    // Told with the next batch.
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
  const batch = rows;
  const { length } = batch;
  const { lost } = untold;
  if (lost > 0) {
    batch[length] = toRow({ kind: 'notice', time: now(), code: 'lost', detail: reason, count: lost });
  }
  if (batch.length === 0) return;
  rows = list();
  weight = 0;
  // Before anything can fail: where the stack ends, nothing may be left to count it with.
  untold.lost += length;
  reason = 'not handed over';
  try {
    // Again with each batch: `document.open()` removes all listeners of the window.
    watchLeaving();
    if (deliver(encodeBatch(batch))) untold.lost = 0;
    // Once: a relay whose extension is gone takes nothing any more.
    else if (length > 0) schedule();
  } catch {
    // Told with the next batch.
  }
}

import type { DocumentEvent, FrameEvent } from '../core/capture/event.ts';
import { isCount, isFields, isTime } from '../core/capture/guards.ts';
import type { PageBatch } from '../core/capture/link.ts';
import { parseDocumentEvent } from '../core/capture/parse-event.ts';
import { tellCut } from './cut.ts';
import { readGiven } from './given.ts';

/** Tells the time as `performance` does: since an origin, in milliseconds. */
export type Clock = Pick<Performance, 'timeOrigin' | 'now'>;

/** Of a text frame in a batch: socket, direction, time, size. */
const FRAME_NUMBERS = 4;

/**
 * Reads what claims to be a {@link PageBatch}. The channel is private, but whatever comes out of a page is checked.
 *
 * @param first the number of the first event; the others follow it
 * @param clock what the page script tells the time by
 * @returns the events that are sound, in order of time, and a notice when others were left out
 * @throws where the stack ends
 */
export function decodeBatch(batch: unknown, first: number, clock: Clock): DocumentEvent[] {
  const sinceEpoch = (time: unknown): number | null => (isTime(time) ? clock.timeOrigin + time : null);
  const events: DocumentEvent[] = [];
  const { rows, texts } = split(batch);
  let malformed = rows.length === 0 ? 1 : 0;
  let offset = 0;
  for (let i = 0; i < rows.length; i++) {
    const seq = first + events.length;
    const row = rows[i];
    let event: DocumentEvent | null = null;
    if (typeof row === 'number') {
      event = readFrame(seq, rows.slice(i, i + FRAME_NUMBERS), texts.slice(offset), sinceEpoch);
      const length = rows[i + FRAME_NUMBERS - 1];
      offset += isCount(length) ? length : 0;
      i += FRAME_NUMBERS - 1;
    } else if (isFields(row)) {
      event = parseDocumentEvent({ ...row, ...readGiven(row), seq, time: sinceEpoch(row.time) });
    }
    if (event) events.push(...tellCut(event));
    else malformed++;
  }
  if (malformed > 0)
    events.push(malformedNotice(first + events.length, clock.timeOrigin + clock.now(), malformed));
  return inOrder(events, first);
}

/** A body that could only be read later makes its event late: an answer stands after what the page did with it. */
function inOrder(events: DocumentEvent[], first: number): DocumentEvent[] {
  const isLate = ({ time }: DocumentEvent, i: number): boolean => time < (events[i - 1]?.time ?? 0);
  if (!events.some(isLate)) return events;
  return events.toSorted((a, b) => a.time - b.time).map((event, i) => ({ ...event, seq: first + i }));
}

/** The two parts of a batch; no rows when it is none. */
function split(batch: unknown): { rows: readonly unknown[]; texts: string } {
  const none = { rows: [], texts: '' };
  if (typeof batch !== 'string') return none;
  const end = batch.indexOf('\n');
  try {
    const rows: unknown = JSON.parse(batch.slice(0, end));
    return Array.isArray(rows) ? { rows, texts: batch.slice(end + 1) } : none;
  } catch (error) {
    if (error instanceof SyntaxError) return none;
    // No room on the stack.
    throw error;
  }
}

/** @param texts begins with the frame's own */
function readFrame(
  seq: number,
  numbers: readonly unknown[],
  texts: string,
  sinceEpoch: (time: unknown) => number | null,
): FrameEvent | null {
  const [socket, out, since, size] = numbers;
  const time = sinceEpoch(since);
  if (!isCount(socket) || time === null || !isCount(size) || size > texts.length) return null;
  const body = { type: 'text', text: texts.slice(0, size), size } as const;
  return { kind: 'frame', seq, time, socket, direction: out === 1 ? 'out' : 'in', body };
}

const malformedNotice = (seq: number, time: number, count: number): DocumentEvent => ({
  kind: 'notice',
  seq,
  time,
  code: 'malformed',
  detail: 'The relay could not read all that the page script handed over.',
  count,
});

import type { FrameEvent } from '../core/capture/event.ts';
import type { PageBatch, RawEvent } from '../core/capture/link.ts';
import { bare, stringify } from './natives.ts';

type TextFrame = Omit<FrameEvent, 'seq' | 'body'> & {
  readonly body: Extract<FrameEvent['body'], { type: 'text' }>;
};

/** An event as it waits for its batch: a whole text frame as it is, since `send` must stay cheap; another as JSON. */
export type Row = TextFrame | string;

export function toRow(event: RawEvent): Row {
  if (isWholeText(event)) return event;
  // First of all, since what a page puts on `Object.prototype` is `in` every object.
  bare(event);
  if ('body' in event) bare(event.body);
  return stringify(event);
}

const isWholeText = (event: RawEvent): event is TextFrame =>
  event.kind === 'frame' && event.body.type === 'text' && event.body.text.length === event.body.size;

/** How much a row adds to its batch, in UTF-16 code units. */
export const weightOf = (row: Row): number => (typeof row === 'string' ? row : row.body.text).length;

/** Writes rows as a {@link PageBatch}. */
export function encodeBatch(rows: readonly Row[]): PageBatch {
  let events = '[';
  let texts = '';
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!row) continue;
    if (i > 0) events += ',';
    if (typeof row === 'string') events += row;
    else {
      const { socket, direction, time, body } = row;
      events += `${socket},${direction === 'out' ? 1 : 0},${time},${body.size}`;
      texts += body.text;
    }
  }
  return `${events}]\n${texts}`;
}

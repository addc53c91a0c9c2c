import type { TappedEvent } from '../core/capture/event.ts';
import type { PageBatch } from '../core/capture/link.ts';
import { bare, stringify } from './natives.ts';

/** Writes events as a {@link PageBatch}. */
export function encodeBatch(events: readonly TappedEvent[]): PageBatch {
  let rows = '[';
  let texts = '';
  for (let i = 0; i < events.length; i++) {
    const event = events[i];
    if (!event) continue;
    if (i > 0) rows += ',';
    if (event.kind === 'frame' && event.body.type === 'text' && event.body.text.length === event.body.size) {
      const { socket, direction, time, body } = event;
      rows += `${socket},${direction === 'out' ? 1 : 0},${time},${body.size}`;
      texts += body.text;
    } else {
      // First of all, since what a page puts on `Object.prototype` is `in` every object.
      bare(event);
      if ('body' in event) bare(event.body);
      rows += stringify(event);
    }
  }
  return `${rows}]\n${texts}`;
}

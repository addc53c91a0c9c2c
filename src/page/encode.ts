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
    const text = wholeText(event);
    if (rows.length > 1) rows += ',';
    if (event.kind === 'frame' && text !== null) {
      rows += `${event.socket},${event.direction === 'out' ? 1 : 0},${event.time},${text.length}`;
      texts += text;
    } else {
      rows += stringify(bare(event));
    }
  }
  return `${rows}]\n${texts}`;
}

/** The text of a frame that was kept whole: by far the most of all events, and the only ones that are long. */
function wholeText(event: TappedEvent): string | null {
  if (event.kind !== 'frame') return null;
  const { body } = event;
  return body.type === 'text' && body.text.length === body.size ? body.text : null;
}

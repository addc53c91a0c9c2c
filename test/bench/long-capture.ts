import { type Capture, serializeCapture } from '../../src/core/capture/capture-file.ts';
import type { CapturedEvent, TappedEvent } from '../../src/core/capture/event.ts';
import { CHATS } from './chats.ts';

/** How long one chat goes on: an afternoon, most of it silence. */
const CHAT_EVENTS = 2_500;
const DOCUMENT = 'bench';

/** An event that has no time yet. */
export type Tapped = Timeless<TappedEvent>;

type Timeless<E> = E extends TappedEvent ? Omit<E, 'time'> : never;

/** So many events of one page in which chats of every built-in dialect run, one after the other. */
function longCapture(count: number): Capture {
  const events: CapturedEvent[] = [];
  for (let chat = 0; events.length < count; chat++) {
    const make = CHATS[chat % CHATS.length];
    if (!make) throw new Error('The bench knows no chat.');
    for (const event of make(chat, CHAT_EVENTS)) {
      if (events.length === count) break;
      const seq = events.length;
      events.push({ ...event, seq, time: 1_795_000_000_000 + seq * 20.5, document: DOCUMENT });
    }
  }
  return {
    documents: [{ id: DOCUMENT, url: 'https://shop.example/help', top: true }],
    events,
    lost: 0,
  };
}

/** The file of such a capture. */
export const longCaptureFile = (count: number): string =>
  serializeCapture(longCapture(count), { redact: false, mapping: null });

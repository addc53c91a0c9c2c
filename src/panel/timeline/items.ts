import { formatSnapshot } from '../../core/capture/display.ts';
import type { Body, CapturedEvent } from '../../core/capture/event.ts';
import { describeEvent, type EventDescription } from '../../core/dialects/describe.ts';

const descriptions = new WeakMap<CapturedEvent, EventDescription>();

/** Describes an event; the answer is kept for as long as the event lives. */
export function describeOnce(event: CapturedEvent): EventDescription {
  const known = descriptions.get(event) ?? describeEvent(event);
  descriptions.set(event, known);
  return known;
}

export interface TimelineFilter {
  readonly text: string;
  readonly noise: boolean;
  /** Whether an event is of the conversation that is shown; `null`: all are wanted. */
  readonly belongs: ((event: CapturedEvent) => boolean) | null;
}

export interface Timeline {
  readonly items: readonly CapturedEvent[];
  /** How many events of the noise are folded away, by what they are. */
  readonly folded: ReadonlyMap<string, number>;
}

/** The events to list. A text is looked for in names and in contents, whatever its case. */
export function timelineOf(events: readonly CapturedEvent[], filter: TimelineFilter): Timeline {
  const text = filter.text.trim().toLowerCase();
  const folded = new Map<string, number>();
  const items = events.filter((event) => {
    if (filter.belongs !== null && !filter.belongs(event)) return false;
    if (!filter.noise) {
      const { noise, title } = describeOnce(event);
      if (noise) {
        folded.set(title, (folded.get(title) ?? 0) + 1);
        return false;
      }
    }
    return text === '' || matches(event, text);
  });
  return { items, folded };
}

function matches(event: CapturedEvent, text: string): boolean {
  return (
    describeOnce(event).title.toLowerCase().includes(text) || contents(event).toLowerCase().includes(text)
  );
}

function contents(event: CapturedEvent): string {
  switch (event.kind) {
    case 'call':
      return event.args.map((arg) => formatSnapshot(arg, 10_000)).join(', ');
    case 'return':
      return formatSnapshot(event.value, 10_000);
    case 'socket':
      return event.url;
    case 'frame':
      return textOf(event.body);
    case 'request':
      return `${event.url}\n${textOf(event.body)}`;
    case 'response':
      return textOf(event.body);
    case 'notice':
      return event.detail;
  }
}

function textOf(body: Body): string {
  return body.type === 'text' ? body.text : '';
}

/** `12 heartbeats`, `1 typing`: what was folded, in words. */
export function foldedText(folded: ReadonlyMap<string, number>): string {
  return [...folded].map(([title, count]) => `${count} ${title}${count === 1 ? '' : 's'}`).join(', ');
}

/** `312 B`, `1.2 KB`. */
export function sizeText(size: number | null): string {
  if (size === null) return '';
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${(size / 1000).toFixed(1)} KB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

/** Time since the call that started it: `+0.412 s`, `+1 m 03 s`. */
export function sinceText(milliseconds: number): string {
  const sign = milliseconds < 0 ? '−' : '+';
  const total = Math.abs(milliseconds);
  if (total < 60_000) return `${sign}${(total / 1000).toFixed(3)} s`;
  const seconds = Math.floor(total / 1000);
  return `${sign}${Math.floor(seconds / 60)} m ${String(seconds % 60).padStart(2, '0')} s`;
}

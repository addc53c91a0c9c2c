import { formatSnapshot } from '../../core/capture/display.ts';
import type { Body, CapturedEvent } from '../../core/capture/event.ts';
import { describeEvent, type EventDescription } from '../../core/dialects/describe.ts';
import { continues } from '../store/continues.ts';

const descriptions = new WeakMap<CapturedEvent, EventDescription>();

/** Describes an event; the answer is kept for as long as the event lives. */
export function describeOnce(event: CapturedEvent): EventDescription {
  const known = descriptions.get(event) ?? describeEvent(event);
  descriptions.set(event, known);
  return known;
}

export interface TimelineFilter {
  readonly text: string;
  /** Whether heartbeats and the like are listed. */
  readonly noise: boolean;
}

export interface Timeline {
  /** What it was made of, so that more events can be added to it. */
  readonly events: readonly CapturedEvent[];
  readonly filter: TimelineFilter;
  readonly items: readonly CapturedEvent[];
  /** How many events of the noise are folded away, by what they are. */
  readonly folded: ReadonlyMap<string, number>;
}

/**
 * The events to list. A text is looked for in names and in contents, whatever its case. When the events are those of
 * an earlier timeline and more, and the filter is the same, only the new ones are looked at.
 */
export function timelineOf(
  events: readonly CapturedEvent[],
  filter: TimelineFilter,
  earlier: Timeline | null = null,
): Timeline {
  const narrowed = earlier === null ? null : narrow(events, filter, earlier);
  if (narrowed !== null) return narrowed;
  const known = earlier !== null && extendsTimeline(events, filter, earlier) ? earlier : null;
  const folded = new Map(known?.folded);
  const matches = matcher(filter.text.trim());
  const added = events.slice(known?.events.length ?? 0).filter((event) => {
    if (filter.noise) return matches(event);
    const { noise, title } = describeOnce(event);
    if (!noise) return matches(event);
    folded.set(title, (folded.get(title) ?? 0) + 1);
    return false;
  });
  return { events, filter, folded, items: known === null ? added : known.items.concat(added) };
}

/** While a text is being typed, what matches is among what matched before. */
function narrow(
  events: readonly CapturedEvent[],
  filter: TimelineFilter,
  earlier: Timeline,
): Timeline | null {
  const before = earlier.filter;
  const typed = before.text !== '' && filter.text !== before.text && filter.text.startsWith(before.text);
  if (!typed || events !== earlier.events || filter.noise !== before.noise) return null;
  return { ...earlier, filter, items: earlier.items.filter(matcher(filter.text.trim())) };
}

function extendsTimeline(
  events: readonly CapturedEvent[],
  filter: TimelineFilter,
  { events: old, filter: before }: Timeline,
): boolean {
  const same = filter.text === before.text && filter.noise === before.noise;
  return same && continues(old, events);
}

/** A regular expression that ignores case is several times as fast as lower-casing every text. */
function matcher(text: string): (event: CapturedEvent) => boolean {
  if (text === '') return () => true;
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i');
  return (event) => pattern.test(contents(event)) || pattern.test(describeOnce(event).title);
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

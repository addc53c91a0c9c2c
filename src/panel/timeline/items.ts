import type { CapturedEvent } from '../../core/capture/event.ts';
import { continues } from '../store/continues.ts';
import { describerOf } from '../store/describe-once.ts';
import { Prefix } from '../store/prefix.ts';
import { type EventFilter, isOfKind, matcher } from './filter.ts';

export interface TimelineFilter extends EventFilter {
  /** Whether heartbeats and the like are listed. */
  readonly noise: boolean;
}

export interface Timeline {
  /** What it was made of, so that more events can be added to it. */
  readonly events: Prefix<CapturedEvent>;
  readonly filter: TimelineFilter;
  readonly items: Prefix<CapturedEvent>;
  /** How many events of the noise are folded away, by what they are. */
  readonly folded: ReadonlyMap<string, number>;
}

const NOTHING: Prefix<CapturedEvent> = Prefix.of([]);

/**
 * The events to list. When the events are those of an earlier timeline and more, and the filter is the same, only the new
 * ones are looked at.
 */
export function timelineOf(
  events: Prefix<CapturedEvent>,
  filter: TimelineFilter,
  earlier: Timeline | null = null,
): Timeline {
  const narrowed = earlier === null ? null : narrow(events, filter, earlier);
  if (narrowed !== null) return narrowed;
  const known = earlier !== null && extendsTimeline(events, filter, earlier) ? earlier : null;
  const folded = new Map(known?.folded);
  const matches = matcher(filter);
  const describe = describerOf(filter.dialects);
  const added: CapturedEvent[] = [];
  for (let at = known?.events.length ?? 0; at < events.length; at += 1) {
    const event = events.at(at);
    if (event === undefined || !isOfKind(event, filter)) continue;
    const name = filter.noise ? null : describe(event);
    if (name?.noise) folded.set(name.title, (folded.get(name.title) ?? 0) + 1);
    else if (matches(event)) added.push(event);
  }
  return { events, filter, folded, items: (known?.items ?? NOTHING).with(added) };
}

/** While a text is being typed, what matches is among what matched before. */
function narrow(events: Prefix<CapturedEvent>, filter: TimelineFilter, earlier: Timeline): Timeline | null {
  const before = earlier.filter;
  const typed = before.text !== '' && filter.text !== before.text && filter.text.startsWith(before.text);
  if (!typed || events !== earlier.events || !alike(filter, before)) return null;
  return { ...earlier, filter, items: NOTHING.with(earlier.items.slice(0).filter(matcher(filter))) };
}

function extendsTimeline(
  events: Prefix<CapturedEvent>,
  filter: TimelineFilter,
  { events: old, filter: before }: Timeline,
): boolean {
  return filter.text === before.text && alike(filter, before) && continues(old, events);
}

/** Whether two filters ask for the same, whatever their texts. */
const alike = (one: TimelineFilter, other: TimelineFilter): boolean =>
  one.noise === other.noise &&
  one.kind === other.kind &&
  one.direction === other.direction &&
  one.dialects === other.dialects;

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

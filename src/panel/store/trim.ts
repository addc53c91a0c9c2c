import type { CapturedEvent } from '../../core/capture/event.ts';
import { weigh } from '../../core/capture/weigh.ts';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import type { Log } from './log.ts';
import { Prefix } from './prefix.ts';

/** What the panel keeps. A page may stream for hours; half of each is let go when one is reached. */
export interface Limits {
  readonly events: number;
  /** Characters in bodies, about. */
  readonly weight: number;
}

/** So many of the first sightings of a conversation, and of its last, stay: no chat has more, but a page can make them. */
const MOST_TELLING = 2_000;

const LIMITS: Limits = { events: 150_000, weight: 150_000_000 };

/**
 * Lets old events go when there is too much: those that tell nothing of any conversation. Whatever belongs to a call, a
 * request or a socket that does tell something stays, and so do the verdicts; and so does a socket that is open.
 */
export function trim(log: Log, conversations: readonly JudgedConversation[], limits: Limits = LIMITS): Log {
  if (log.events.length <= limits.events && log.weight <= limits.weight) return log;
  const isNeeded = neededBy(log, conversations);
  const kept: CapturedEvent[] = [];
  let weight = 0;
  for (let at = log.events.length - 1; at >= 0; at -= 1) {
    const event = log.events.at(at);
    if (event === undefined) continue;
    const room = kept.length < limits.events / 2 && weight < limits.weight / 2;
    if (!room && !isNeeded(event)) continue;
    kept.push(event);
    weight += weigh(event);
  }
  return {
    ...log,
    events: Prefix.of<CapturedEvent>([]).with(kept.reverse()),
    weight,
    forgotten: log.forgotten + log.events.length - kept.length,
  };
}

/** Tells which events must stay however old they are. */
function neededBy(log: Log, conversations: readonly JudgedConversation[]): (event: CapturedEvent) => boolean {
  const telling = new Set<CapturedEvent>();
  for (const { conversation } of conversations) {
    for (const event of conversation.moments.values()) telling.add(event);
    const { sightings } = conversation;
    const ends =
      sightings.length > 2 * MOST_TELLING
        ? [...sightings.slice(0, MOST_TELLING), ...sightings.slice(-MOST_TELLING)]
        : sightings;
    for (const { event } of ends) telling.add(event);
  }
  const needed = new Set<string>();
  const closed = new Set<string>();
  for (const event of telling) needed.add(wholeOf(event));
  for (const event of log.events.slice(0))
    if (event.kind === 'socket' && event.phase === 'closed') closed.add(wholeOf(event));
  return (event) => {
    if (event.kind === 'notice' || telling.has(event)) return true;
    // Frames come by the thousand, each a thing of its own.
    if (event.kind === 'frame') return false;
    const whole = wholeOf(event);
    return needed.has(whole) || (event.kind === 'socket' && !closed.has(whole));
  };
}

/** Names the call, request or socket that an event is of. */
function wholeOf(event: CapturedEvent): string {
  switch (event.kind) {
    case 'call':
    case 'return':
      return `call ${event.document} ${event.call}`;
    case 'request':
    case 'response':
      return `request ${event.document} ${event.request}`;
    case 'socket':
    case 'frame':
      return `socket ${event.document} ${event.socket}`;
    case 'notice':
      return `notice ${event.document} ${event.seq}`;
  }
}

import type { Body, CapturedEvent, DocumentEvent } from '../../core/capture/event.ts';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import type { Log } from './log.ts';
import { Prefix } from './prefix.ts';

/** What the panel keeps. A page may stream for hours; half of each is let go when one is reached. */
export interface Limits {
  readonly events: number;
  /** Characters in bodies, about. */
  readonly weight: number;
}

const LIMITS: Limits = { events: 150_000, weight: 150_000_000 };

/** About how many characters an event keeps in memory. */
export function weigh(event: DocumentEvent): number {
  const base = 200;
  switch (event.kind) {
    case 'frame':
    case 'request':
    case 'response':
      return base + weighBody(event.body);
    default:
      return base;
  }
}

function weighBody(body: Body): number {
  if (body.type === 'text') return body.text.length;
  return body.type === 'binary' ? body.base64.length : 0;
}

/**
 * Lets old frames go when there is too much: those that tell nothing of any conversation. Calls, requests, sockets,
 * and the frames in which attributes or turning points were seen stay, and so do the verdicts.
 */
export function trim(log: Log, conversations: readonly JudgedConversation[], limits: Limits = LIMITS): Log {
  if (log.events.length <= limits.events && log.weight <= limits.weight) return log;
  const telling = tellingEvents(conversations);
  const kept: CapturedEvent[] = [];
  let weight = 0;
  for (let at = log.events.length - 1; at >= 0; at -= 1) {
    const event = log.events.at(at);
    if (event === undefined) continue;
    const room = kept.length < limits.events / 2 && weight < limits.weight / 2;
    if (!room && event.kind === 'frame' && !telling.has(event)) continue;
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

function tellingEvents(conversations: readonly JudgedConversation[]): ReadonlySet<CapturedEvent> {
  const telling = new Set<CapturedEvent>();
  for (const { conversation } of conversations) {
    for (const event of conversation.moments.values()) telling.add(event);
    for (const { event } of conversation.sightings) telling.add(event);
  }
  return telling;
}

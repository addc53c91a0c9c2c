import { formatSnapshot } from '../../core/capture/display.ts';
import type { Body, CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedConversation, Verdict } from '../../core/checks/finding.ts';
import { directionOf } from '../../core/dialects/describe.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { literalPattern } from '../../core/dialects/pattern.ts';
import { evidenceOf } from '../payload/evidence.ts';
import { describerOf } from '../store/describe-once.ts';
import type { Filter } from '../store/state.ts';

/** What of a filter is asked of each event alone. */
export interface EventFilter extends Pick<Filter, 'text' | 'kind' | 'direction'> {
  /** In whose words events are named. */
  readonly dialects: readonly Dialect[];
}

/** Whether an event is of the kind and the direction that are asked for. */
export function isOfKind(event: CapturedEvent, { kind, direction }: EventFilter): boolean {
  if (kind !== null && event.kind !== kind) return false;
  return direction === null || directionOf(event) === direction;
}

/**
 * Looks for a text in names and in contents, whatever its case. A regular expression that ignores case is several times
 * as fast as lower-casing every text.
 */
export function matcher({ text, dialects }: EventFilter): (event: CapturedEvent) => boolean {
  const wanted = text.trim();
  if (wanted === '') return () => true;
  const describe = describerOf(dialects);
  const pattern = new RegExp(literalPattern(wanted), 'i');
  return (event) => pattern.test(contents(event)) || pattern.test(describe(event).title);
}

/** The events in which an attribute with a verdict was seen, or was found to be wrong. */
export function eventsOf(
  conversations: readonly JudgedConversation[],
  verdict: Verdict,
): ReadonlySet<CapturedEvent> {
  const events = new Set<CapturedEvent>();
  for (const conversation of conversations)
    for (const [event, evidence] of evidenceOf(conversation))
      if (evidence.some((item) => item.verdict === verdict)) events.add(event);
  return events;
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

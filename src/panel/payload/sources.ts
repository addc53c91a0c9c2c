import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedAttribute, JudgedConversation } from '../../core/checks/finding.ts';
import { describeEvent, directionOf } from '../../core/dialects/describe.ts';
import { type Moment, STAGES } from '../../core/trace/trace.ts';
import { attributeId, eventId } from '../store/identity.ts';
import { rowsToShow } from '../trace/rows.ts';

/** One payload that can be looked at. */
export interface PayloadSource {
  readonly id: string;
  readonly event: CapturedEvent;
}

/** More than so many are offered in part: at each end this many, and the one that is shown. */
const MOST_OFFERED = 40;
const OFFERED_AT_END = 15;

/** Moments whose payload matters even when no attribute is in it: there it should have been. */
const TELLING: readonly Moment[] = ['start-call', 'create', 'start', 'repair', 'read-back'];

/** The payloads of a conversation in which attributes are, or should be, in order of time. */
export function sourcesOf(
  judged: JudgedConversation,
  evidence: ReadonlyMap<CapturedEvent, unknown>,
): readonly PayloadSource[] {
  const { moments } = judged.conversation;
  const telling = [firstFrameOut(judged), ...TELLING.map((moment) => moments.get(moment))];
  const events = new Set([...evidence.keys(), ...telling.filter((event) => event !== undefined)]);
  return [...events].sort((a, b) => a.time - b.time).map((event) => ({ id: eventId(event), event }));
}

/**
 * What a person can choose from. All payloads, unless the conversation is a stream: then the first, the last, and the one that
 * is shown; the others are in the list of events.
 * @returns with the number of those that are left out, where they are
 */
export function offered(
  sources: readonly PayloadSource[],
  shown: PayloadSource | null,
): readonly (PayloadSource | number)[] {
  if (sources.length <= MOST_OFFERED) return sources;
  const at = shown === null ? 0 : sources.indexOf(shown);
  const result: (PayloadSource | number)[] = [];
  let leftOut = 0;
  for (const [index, source] of sources.entries()) {
    const isOffered = index < OFFERED_AT_END || index >= sources.length - OFFERED_AT_END || index === at;
    if (!isOffered) leftOut++;
    else {
      if (leftOut > 0) result.push(leftOut);
      leftOut = 0;
      result.push(source);
    }
  }
  return result;
}

/** The frame that opens the conversation on its socket. */
export function firstFrameOut({ conversation }: JudgedConversation): CapturedEvent | undefined {
  return conversation.events.find((event) => event.kind === 'frame' && event.direction === 'out');
}

/** What a payload is called where there is little room. */
export function shortName({ event }: PayloadSource, { dialect }: JudgedConversation): string {
  switch (event.kind) {
    case 'call':
      return `${event.method === '' ? event.api : event.method}(…)`;
    case 'socket':
      return 'socket URL';
    case 'request': {
      const [path = ''] = event.url.split(/[?#]/);
      return `${event.method} …/${path.split('/').at(-1) ?? ''}`;
    }
    default:
      return describeEvent(event, dialect ? [dialect] : undefined).title;
  }
}

/**
 * The payload to look at first: where the attribute in question was given wrongly, or else where it left; with none in
 * question, the one of the first attribute that needs a hand.
 */
export function decisiveSource(
  judged: JudgedConversation,
  sources: readonly PayloadSource[],
  attributeInQuestion: string | null,
): PayloadSource | null {
  const ranked = rowsToShow(judged.attributes, { text: '', categories: new Set() }, true);
  const chosen = judged.attributes.find((attribute) => attributeId(attribute) === attributeInQuestion);
  for (const attribute of chosen === undefined ? ranked : [chosen, ...ranked]) {
    const event = decisiveEvent(attribute);
    const source = sources.find((candidate) => candidate.event === event);
    if (source !== undefined) return source;
  }
  return sources.find(({ event }) => directionOf(event) === 'out') ?? sources[0] ?? null;
}

function decisiveEvent(attribute: JudgedAttribute): CapturedEvent | undefined {
  const { call, handshake, sent, echoed, stored } = attribute.cells;
  const astray = STAGES.map((stage) => attribute.cells[stage])
    .filter(({ state }) => state === 'misplaced' || state === 'changed' || state === 'late')
    .flatMap(({ sighting }) => sighting ?? []);
  const wrong = [...astray, ...attribute.findings.flatMap(({ sightings }) => sightings)];
  const left = [sent, handshake, call, echoed, stored].flatMap(({ sighting }) => sighting ?? []);
  return [...wrong, ...left][0]?.event;
}

import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedAttribute, JudgedConversation } from '../../core/checks/finding.ts';
import { describeEvent } from '../../core/dialects/describe.ts';
import { type Moment, STAGES } from '../../core/trace/trace.ts';
import { attributeId, eventId } from '../store/identity.ts';
import { rowsToShow } from '../trace/rows.ts';

/** One payload that can be looked at. */
export interface PayloadSource {
  readonly id: string;
  readonly event: CapturedEvent;
  readonly name: string;
  readonly direction: 'out' | 'in' | 'none';
}

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
  return [...events]
    .sort((a, b) => a.time - b.time)
    .map((event) => ({
      id: eventId(event),
      event,
      name: shortName(event, judged),
      direction: describeEvent(event).direction,
    }));
}

/** The frame that opens the conversation on its socket. */
export function firstFrameOut({ conversation }: JudgedConversation): CapturedEvent | undefined {
  return conversation.events.find((event) => event.kind === 'frame' && event.direction === 'out');
}

function shortName(event: CapturedEvent, { dialect }: JudgedConversation): string {
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
  return sources.find(({ direction }) => direction === 'out') ?? sources[0] ?? null;
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

import { decodeBody, parseJson } from '../capture/decode.ts';
import type { CapturedEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { field, itemsOf } from '../capture/walk.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import { MOST_SIGHTINGS } from '../trace/sightings.ts';
import { type Carrier, type Conversation, type Sighting, STAGES, type Stage } from '../trace/trace.ts';

/** A value that stands at a path of a mapping's own. */
interface Found {
  readonly value: Snapshot;
  readonly carrier: Carrier;
  readonly event: CapturedEvent;
}

/** What stands at one path in the events of one stage, as far as they were searched. */
interface Search {
  readonly stage: Stage;
  readonly path: string;
  readonly steps: readonly string[];
  readonly found: Found[];
  /** How many were let go between the first of them and the last. */
  passedOver: number;
  searched: number;
}

/** By the events of a conversation, to which more are only added, and by stage and path. */
const searches = new WeakMap<readonly CapturedEvent[], Map<string, Search>>();

/** The sightings of attributes for which the mapping itself says where they ride. */
export interface Overrides {
  of(row: MappingRow): readonly Sighting[];
  /** How many were let go. */
  readonly passedOver: number;
}

const NONE: Overrides = { of: () => [], passedOver: 0 };

/**
 * Searches a conversation for the attributes of which the mapping itself says where they ride: at these stages the row's
 * path counts, and not what the dialect would expect. Each event is decoded once for all rows, and is not searched again
 * when more were added.
 */
export function createOverrides(conversation: Conversation, rows: readonly MappingRow[]): Overrides {
  if (!rows.some(({ paths }) => paths)) return NONE;
  const { events } = conversation;
  const known = searches.get(events) ?? new Map<string, Search>();
  searches.set(events, known);
  const searchesOf = ({ paths }: MappingRow): readonly Search[] =>
    STAGES.flatMap((stage) => {
      const path = paths?.[stage];
      return path === undefined ? [] : searchFor(stage, path, known);
    });
  const wanted = new Set(rows.flatMap(searchesOf));
  search(conversation, wanted);
  return {
    of: (row) =>
      searchesOf(row)
        .flatMap(({ stage, path, found }) =>
          found.map(
            (one): Sighting => ({
              ...one,
              key: row.key,
              path,
              namespace: row.namespace,
              stage,
              role: 'attribute',
            }),
          ),
        )
        .sort((a, b) => a.event.time - b.event.time),
    passedOver: [...wanted].reduce((sum, one) => sum + one.passedOver, 0),
  };
}

function searchFor(stage: Stage, path: string, known: Map<string, Search>): Search {
  const name = `${stage} ${path}`;
  const search = known.get(name) ?? {
    stage,
    path,
    steps: stepsOf(path),
    found: [],
    passedOver: 0,
    searched: 0,
  };
  known.set(name, search);
  return search;
}

function search(conversation: Conversation, wanted: ReadonlySet<Search>): void {
  const { events } = conversation;
  const from = Math.min(...[...wanted].map(({ searched }) => searched));
  for (let at = from; at < events.length; at += 1) {
    const event = events[at];
    const place = event && placeOf(event, conversation);
    if (!place) continue;
    const here = [...wanted].filter(({ stage, searched }) => stage === place.stage && searched <= at);
    if (here.length === 0) continue;
    const content = place.content();
    for (const one of here) {
      const value = valueAt(content, one.steps);
      if (value !== undefined) add(one, { value, carrier: place.carrier, event });
    }
  }
  for (const one of wanted) one.searched = events.length;
}

/** Of values that stand in every frame of a stream, some of the first are kept and some of the last, as of all sightings. */
function add(search: Search, found: Found): void {
  search.found.push(found);
  if (search.found.length < 3 * MOST_SIGHTINGS) return;
  search.found.splice(MOST_SIGHTINGS, MOST_SIGHTINGS);
  search.passedOver += MOST_SIGHTINGS;
}

interface Place {
  readonly stage: Stage;
  readonly carrier: Carrier;
  readonly content: () => Snapshot | undefined;
}

/** What an event holds, and the stage at which it holds it. */
function placeOf(event: CapturedEvent, { moments }: Conversation): Place | null {
  switch (event.kind) {
    case 'call':
      return { stage: 'call', carrier: 'argument', content: () => event.args[0] };
    case 'frame':
      return {
        stage: event.direction === 'out' ? 'sent' : 'echoed',
        carrier: 'frame',
        content: () => decodeBody(event.body),
      };
    case 'request':
      return {
        stage: moments.get('create') === event ? 'handshake' : 'sent',
        carrier: 'body',
        content: () => decodeBody(event.body),
      };
    case 'response':
      return {
        stage: moments.get('read-back') === event ? 'stored' : 'echoed',
        carrier: 'body',
        content: () => decodeBody(event.body),
      };
    case 'socket':
    case 'return':
    case 'notice':
      return null;
  }
}

const STEP = /[^.[\]"]+|"(?:[^"\\]|\\.)*"/g;

/** The steps of a path such as `context.crm[0].id` or `fields["a b"]`. */
export const stepsOf = (path: string): readonly string[] =>
  Array.from(path.matchAll(STEP), ([step]) => (step.startsWith('"') ? String(parseJson(step)) : step));

function valueAt(content: Snapshot | undefined, steps: readonly string[]): Snapshot | undefined {
  let value = content;
  for (const step of steps) value = itemsOf(value)?.[Number(step)] ?? field(value, step);
  return value;
}

import { decodeBody, parseJson } from '../capture/decode.ts';
import type { CapturedEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { field, itemsOf } from '../capture/walk.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import type { Carrier, Conversation, Sighting, Stage } from '../trace/trace.ts';

/**
 * The sightings of an attribute for which the mapping itself says where it rides: at these stages the row's path counts,
 * and not what the dialect would expect.
 */
export function overriddenSightings(conversation: Conversation, row: MappingRow): readonly Sighting[] {
  const { paths } = row;
  if (!paths) return [];
  return conversation.events.flatMap((event) => {
    const place = placeOf(event, conversation);
    const path = place ? paths[place.stage] : undefined;
    if (!place || path === undefined) return [];
    const value = valueAt(place.content, path);
    if (value === undefined) return [];
    const { stage, carrier } = place;
    return [
      { key: row.key, value, path, namespace: row.namespace, stage, carrier, role: 'attribute', event },
    ];
  });
}

interface Place {
  readonly stage: Stage;
  readonly carrier: Carrier;
  readonly content: Snapshot | undefined;
}

/** What an event holds, and the stage at which it holds it. */
function placeOf(event: CapturedEvent, { moments }: Conversation): Place | null {
  switch (event.kind) {
    case 'call':
      return { stage: 'call', carrier: 'argument', content: event.args[0] };
    case 'frame':
      return {
        stage: event.direction === 'out' ? 'sent' : 'echoed',
        carrier: 'frame',
        content: decodeBody(event.body),
      };
    case 'request':
      return {
        stage: moments.get('create') === event ? 'handshake' : 'sent',
        carrier: 'body',
        content: decodeBody(event.body),
      };
    case 'response':
      return {
        stage: moments.get('read-back') === event ? 'stored' : 'echoed',
        carrier: 'body',
        content: decodeBody(event.body),
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

function valueAt(content: Snapshot | undefined, path: string): Snapshot | undefined {
  let value = content;
  for (const step of stepsOf(path)) value = itemsOf(value)?.[Number(step)] ?? field(value, step);
  return value;
}

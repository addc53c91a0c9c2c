import { decodeBody, decodeNaming } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type { FrameEvent, RequestEvent, ResponseEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, textOf } from '../capture/walk.ts';
import type { Sighting, Stage } from '../trace/trace.ts';
import type { Dialect, EventName, Reading, ReadingContext } from './dialect.ts';
import { GENESYS_BEYOND_SIGHT, GENESYS_UNKNOWN_KEYS } from './genesys.ts';
import { quietFrames } from './quiet.ts';
import { at, exchangeOf, NOTHING, reading, readWith, requestIn } from './reading.ts';
import type { Statement } from './source.ts';
import { parseUrl } from './url.ts';
import { resourceOf } from './webchat-resource.ts';

/**
 * Genesys Cloud web chat v2: retired ("As of 6.11.2025 Genesys Cloud no longer support ACD Web Chat v2", vendor's
 * README), still found on pages. Read in the vendor's guest client: attributes are `memberInfo.customFields` of the
 * request that creates the conversation; the stream only receives, messages leave by REST.
 */

type Draft = Omit<Sighting, 'event'>;

const NAMESPACE = 'custom';
const RESOURCE = /\/api\/v2\/webchat\/guest\/conversations(?:\/([^/?#]+))?(\/.*)?$/;
const TOPIC = /^v2\.conversations\.chats\.([^.]+)\.(?:members|messages)$/;
const TELLING = /v2\.conversations\.chats\./;
const isQuiet = quietFrames({
  // Frames carry no attributes: all that is read from one is whose it is.
  telling: /$^/,
  id: { name: 'v2.conversations.chats.', followedBy: (id) => `${id}.` },
});

function customFields(container: Snapshot | undefined, path: string, stage: Stage): readonly Draft[] {
  return (entriesOf(container) ?? []).map(([key, value]) => ({
    key,
    value,
    path: joinPath(path, key),
    namespace: NAMESPACE,
    role: 'attribute',
    stage,
    carrier: 'body',
  }));
}

/** Where pages put them that know another API of the vendor. */
const STRAY_PLACES = ['attributes', 'customFields', 'memberInfo.attributes'] as const;
const STRAY: Statement = {
  text: 'The request that creates a guest’s chat has room for them in memberInfo.customFields only.',
  source: 'vendor',
};

/** What stands in such a place counts only where a mapping asks for the key. */
function strayFields(body: Snapshot | undefined): readonly Draft[] {
  return STRAY_PLACES.flatMap((path) => {
    const fields = at(body, ...path.split('.'));
    return customFields(fields, path, 'handshake').map((draft) => ({
      ...draft,
      namespace: path,
      role: 'option' as const,
    }));
  });
}

/** The parts of the address of a conversation, or of all of them; none of any other address. */
const addressOf = (event: RequestEvent): readonly string[] =>
  RESOURCE.exec(parseUrl(event.url)?.pathname ?? '') ?? [];

function readRequest(event: RequestEvent, { ours }: ReadingContext): Reading | null {
  const [match, id] = addressOf(event);
  if (match === undefined) return ours ? readRepair(event) : null;
  if (id !== undefined)
    return reading({ conversationId: id, moments: event.method === 'POST' ? ['message'] : [] });
  const body = decodeBody(event.body);
  const fields = at(body, 'memberInfo', 'customFields');
  return reading({
    moments: ['create'],
    sightings: [...customFields(fields, 'memberInfo.customFields', 'handshake'), ...strayFields(body)],
    exchangeIn: requestIn,
  });
}

/** A page that writes attributes later, by the path of another product. */
function readRepair(event: RequestEvent): Reading | null {
  const resource = resourceOf(event);
  if (resource?.kind !== 'repair') return null;
  const body = decodeBody(event.body);
  const written = ['metadata', 'attributes'].flatMap((key) => customFields(field(body, key), key, 'sent'));
  return reading({
    moments: ['repair'],
    sightings: written.map((draft) => ({ ...draft, repair: true as const })),
    exchangeIn: requestIn,
  });
}

function readResponse(event: ResponseEvent, { request }: ReadingContext): Reading | null {
  if (!request) return null;
  const [match, conversationId] = addressOf(request);
  const repairs = match === undefined && resourceOf(request)?.kind === 'repair';
  if (match === undefined && !repairs) return null;
  if (event.status >= 400) {
    const message =
      textOf(field(decodeBody(event.body), 'message')) ?? `the request was answered with ${event.status}`;
    return reading({ refused: { exchange: exchangeOf(event), code: String(event.status), message } });
  }
  if (repairs || conversationId !== undefined || event.status >= 300) return NOTHING;
  const body = decodeBody(event.body);
  const id = textOf(field(body, 'id'));
  const fields = field(field(body, 'member'), 'customFields');
  const stream = textOf(field(body, 'eventStreamUri'));
  // No container: the vendor's own example repeats some of the fields only.
  return reading({
    moments: ['token', 'start'],
    sightings: customFields(fields, 'member.customFields', 'echoed'),
    links: stream === undefined ? [] : [stream],
    conversationId: id,
  });
}

function readFrame(event: FrameEvent, context: ReadingContext): Reading | null {
  if (isQuiet(event, context)) return NOTHING;
  const [, conversationId] =
    TOPIC.exec(textOf(field(decodeNaming(event.body, TELLING), 'topicName')) ?? '') ?? [];
  if (conversationId !== undefined) return reading({ conversationId });
  return context.ours ? NOTHING : null;
}

function nameFrame(root: Snapshot | undefined): EventName | null {
  const topic = textOf(field(root, 'topicName'));
  if (topic === undefined) return null;
  const title = textOf(field(field(root, 'metadata'), 'type')) ?? topic;
  return { title, noise: title === 'typing-indicator' || topic === 'channel.metadata' };
}

export const genesysWebChat: Dialect = {
  id: 'genesys-web-chat',
  label: 'Genesys web chat (retired)',
  namespaces: [NAMESPACE],
  identityFate: 'is not an attribute',
  startEvent: 'the answer to the creating request',
  deadline: 'token',
  retired: {
    text: 'The vendor ended its support for this product on 6 November 2025 (“As of 6.11.2025”, says the README of its own client); its endpoints are gone from the vendor’s later libraries.',
    source: 'vendor',
  },
  beyondSight: GENESYS_BEYOND_SIGHT,
  unknownKeys: GENESYS_UNKNOWN_KEYS,
  deadPlaces: new Map(STRAY_PLACES.map((place) => [place, STRAY])),
  read: readWith({
    socket: (_event, { ours }) => (ours ? NOTHING : null),
    frame: readFrame,
    request: readRequest,
    response: readResponse,
  }),
  nameFrame,
  optionPath: (_namespace, key) => ['memberInfo', 'customFields', key],
  callName: () => 'createConversation',
  target: (_namespace, key) => `participant attribute context.${key}`,
};

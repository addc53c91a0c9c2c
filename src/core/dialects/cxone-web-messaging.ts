import { decodeBody, decodeNaming } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type { CallEvent, FrameEvent, RequestEvent, ResponseEvent, SocketEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, isRecord, textOf } from '../capture/walk.ts';
import type { Carrier, Moment, Sighting, Stage } from '../trace/trace.ts';
import { attributesIn, hasContainer, optionsIn } from './attributes.ts';
import type { DialectDeclaration } from './declaration.ts';
import { createDeclaredDialect } from './declared.ts';
import type { Dialect, EventName, Reading, ReadingContext } from './dialect.ts';
import { conversationIdOf, eventNameOf, type Layer, layersOf, streamOf, tokenOf } from './envelope.ts';
import { quietFrames } from './quiet.ts';
import { exchangeOf, NOTHING, reading, readWith, requestIn, at as valueAt } from './reading.ts';
import { parseUrl, queryObject, subprotocolObject } from './url.ts';
import { resourceOf } from './webchat-resource.ts';

/**
 * The surface of the forum thread "CXone Web Messaging SDK: startChat() CRM ID not persisting to conversation metadata".
 * No vendor has published this protocol: the thread fixes only names (`attributes.custom.<key>`, `conversation:start`,
 * `conversation:attributes:custom:<key>`, the REST paths). So the reader is tolerant of the envelope and strict about
 * namespace and key inside it, whatever host it speaks to.
 */

const NAMESPACE = 'custom';
const START_EVENT = 'conversation:start';

/** What the thread says, as far as a declaration can say it. The readers below are tolerant where it cannot be. */
const DECLARATION: DialectDeclaration = {
  label: 'CXone Web Messaging',
  namespaces: [NAMESPACE],
  globals: [
    { name: 'cxoneChat', starts: ['startChat'] },
    { name: 'GenesysCloudWebMessaging', starts: ['startChat'] },
  ],
  identityFields: ['customerId', 'customer_id'],
  paths: { call: ['attributes.{namespace}.{key}'] },
  startEvent: { path: 'type', equals: START_EVENT },
  token: ['token'],
  target: 'conversation:attributes:{namespace}:{key}',
};
const declared = createDeclaredDialect('cxone-web-messaging', DECLARATION);
const { identityFields = [], globals = [] } = DECLARATION;
/** A frame without these is none of ours, or a heartbeat. */
const TELLING = /"(?:conversation|message"|attributes"|custom|metadata"|(?:session_?|access)?[tT]oken"|jwt")/;
/** Nothing is read from the visitor's typing, and from what the agent types and writes. */
const isQuiet = {
  firstOut: quietUnless(/"(?:conversation[:"_]|message"|attributes"|custom|metadata")/),
  out: quietUnless(/"(?:conversation[:"_]|attributes"|custom|metadata")/),
  in: quietUnless(/"(?:conversation[:"_]|attributes"|custom|metadata"|(?:session_?|access)?[tT]oken"|jwt")/),
};
const NOISE = /^(?:heartbeat|ping|pong|typing(?:[:._-]\w+)?)$/i;

type Draft = Omit<Sighting, 'event'>;

/** Everything that an object holds, as sightings: attributes, and the fields beside them. */
function sightingsIn(layers: readonly Layer[], stage: Stage, carrier: Carrier): readonly Draft[] {
  return layers.flatMap((layer) => [
    ...attributeSightings(layer, stage, carrier),
    ...optionsIn(layer).map(({ key, value, path }) => ({
      key,
      value,
      path,
      namespace: null,
      role: identityFields.includes(key) ? ('identity' as const) : ('option' as const),
      stage,
      carrier,
    })),
  ]);
}

const attributeSightings = (layer: Layer, stage: Stage, carrier: Carrier): readonly Draft[] =>
  attributesIn(layer).map((found) => ({ ...found, stage, carrier }));

// Calls

/** `setCustomField('key', value)`, `setAttributes({ … })`, `identify(…)`: a wrapper's own way to give an attribute. */
function readSetter(call: CallEvent): readonly Draft[] {
  const [first, second] = call.args;
  const at = (key: string, value: Snapshot, path: string): Draft => ({
    key,
    value,
    path,
    namespace: NAMESPACE,
    role: 'attribute',
    stage: 'call',
    carrier: 'argument',
  });
  if (!/attribute|field|metadata/i.test(call.method)) return [];
  const key = textOf(first);
  if (key !== undefined && second !== undefined) return [at(key, second, '[1]')];
  for (const steps of [['attributes', NAMESPACE], [NAMESPACE], []]) {
    const entries = entriesOf(valueAt(first, ...steps));
    if (entries)
      return entries.map(([name, value]) => at(name, value, [...steps, name].reduce(joinPath, '')));
  }
  return [];
}

const REMOVER = /^(?:remove|delete|unset|clear)\w*(?:attribute|field|metadata)/i;

/** `removeCustomField('key')`, `clearAttributes()`, `resetSession()`: a wrapper's own way to take attributes back. */
function readRemover({ method, args }: CallEvent): Reading['removals'] {
  if (method === 'resetSession') return [{ key: null, namespace: NAMESPACE }];
  return REMOVER.test(method) ? [{ key: textOf(args[0]) ?? null, namespace: NAMESPACE }] : undefined;
}

function readCall(call: CallEvent): Reading | null {
  const global = globals.find(({ name }) => name === call.api);
  if (!global) return null;
  const removals = readRemover(call);
  if (removals) return reading({ moments: ['call'], removals });
  const starts = global.starts?.includes(call.method);
  const setter = readSetter(call);
  const options = call.args[0];
  const sightings =
    setter.length > 0 || options === undefined
      ? setter
      : sightingsIn([{ path: '', value: options }], 'call', 'argument');
  return reading({ moments: [starts ? 'start-call' : 'call'], sightings });
}

// The socket

function readSocket(event: SocketEvent): Reading | null {
  const url = parseUrl(event.url);
  if (!url) return null;
  const [, conversationId] = /\/conversations\/webchat\/([^/?#]+)/.exec(url.pathname) ?? [];
  const query = sightingsIn([{ path: '', value: queryObject(url.searchParams) }], 'handshake', 'url');
  const protocols = (event.protocols ?? []).flatMap((protocol) => {
    const value = subprotocolObject(protocol);
    return value === null ? [] : sightingsIn([{ path: '', value }], 'handshake', 'subprotocol');
  });
  const sightings = [...query, ...protocols];
  const known = url.pathname.includes('/conversations/webchat') || sightings.some(isNamespaced);
  if (!known) return null;
  return reading({
    sightings: event.phase === 'connecting' ? sightings : [],
    conversationId,
  });
}

const isNamespaced = (sighting: Draft): boolean =>
  sighting.role === 'attribute' && sighting.namespace === NAMESPACE;

// Frames

function frameLayers(event: FrameEvent): readonly Layer[] {
  const content = decodeNaming(event.body, TELLING);
  return content === undefined ? [] : layersOf(content);
}

function quietUnless(telling: RegExp): ReturnType<typeof quietFrames> {
  return quietFrames({ telling, id: { name: '"conversationId"', followedBy: (id) => `:"${id}"` } });
}

function readFrame(event: FrameEvent, context: ReadingContext): Reading | null {
  const first = event.direction === 'out' && !context.messaged;
  if (isQuiet[first ? 'firstOut' : event.direction](event, context)) return NOTHING;
  const layers = frameLayers(event);
  const name = eventNameOf(layers);
  const out = event.direction === 'out';
  const stage = out ? 'sent' : 'echoed';
  // Only what builds the conversation can hold a stray option; chat messages come by the thousand.
  const builds = out && name?.startsWith('conversation:');
  const sightings = builds
    ? sightingsIn(layers, stage, 'frame')
    : layers.flatMap((layer) => attributeSightings(layer, stage, 'frame'));
  if (!context.ours && !name?.startsWith('conversation:') && !sightings.some(isNamespaced)) return null;
  const conversationId = conversationIdOf(layers);
  const token = out ? undefined : tokenOf(layers);
  const container = !out && name === START_EVENT && layers.some(hasContainer);
  return reading({
    moments: [
      ...(token === undefined ? [] : (['token'] as const)),
      ...(name === START_EVENT ? ([out ? 'create' : 'start'] as const) : []),
      ...(out && name === 'message' ? (['message'] as const) : []),
    ],
    sightings,
    links: token === undefined ? [] : [token],
    conversationId,
    containers: container ? [{ stage: 'echoed', namespace: null }] : undefined,
  });
}

// Requests and their answers

const bodyLayers = (event: RequestEvent | ResponseEvent): readonly Layer[] => {
  const content = decodeBody(event.body);
  return content === undefined ? [] : layersOf(content);
};

/** In a repair, `metadata` is what the backend reads: its keys are in the namespace. */
function repairSightings(layers: readonly Layer[]): readonly Draft[] {
  return sightingsIn(layers, 'sent', 'body')
    .filter((sighting) => sighting.role === 'attribute' || sighting.namespace === 'metadata')
    .map((sighting) => ({ ...sighting, role: 'attribute', namespace: NAMESPACE, repair: true }));
}

function readRequest(event: RequestEvent): Reading | null {
  const resource = resourceOf(event);
  if (!resource) return null;
  const layers = bodyLayers(event);
  const { conversationId } = resource;
  const base = conversationId === undefined ? {} : { conversationId };
  switch (resource.kind) {
    case 'create':
      return reading({
        ...base,
        exchangeIn: requestIn,
        moments: ['create'],
        sightings: sightingsIn(layers, 'handshake', 'body'),
      });
    case 'repair':
      return reading({
        ...base,
        exchangeIn: requestIn,
        moments: ['repair'],
        sightings: repairSightings(layers),
      });
    case 'read-back':
      return reading(base);
    case 'other':
      return reading({ ...base, sightings: sightingsIn(layers, 'sent', 'body') });
  }
}

/** `GET …/webchat/{id}`: `custom_attributes` holds what the backend stored. */
function storedSightings(layers: readonly Layer[]): readonly Draft[] {
  return layers.flatMap(({ path, value }) => {
    const stored = field(value, 'custom_attributes');
    const custom = (entriesOf(stored) ?? []).map(([key, item]) => ({
      key,
      value: item,
      path: joinPath(joinPath(path, 'custom_attributes'), key),
      namespace: NAMESPACE,
      role: 'attribute' as const,
    }));
    const nested = attributesIn({ path, value }).filter((found) => found.role === 'attribute');
    return [...custom, ...nested].map((found) => ({ ...found, stage: 'stored', carrier: 'body' }));
  });
}

function readResponse(event: ResponseEvent, { request }: ReadingContext): Reading | null {
  const resource = request ? resourceOf(request) : null;
  if (!resource) return null;
  const layers = bodyLayers(event);
  const succeeded = event.status >= 200 && event.status < 300;
  const conversationId =
    resource.conversationId ??
    conversationIdOf(layers) ??
    (resource.kind === 'create' ? textOf(field(layers[0]?.value, 'id')) : undefined);
  const base = conversationId === undefined ? {} : { conversationId };
  if (!succeeded) {
    const message =
      textOf(field(layers[0]?.value, 'message')) ?? `the request was answered with ${event.status}`;
    return reading({
      ...base,
      refused: { exchange: exchangeOf(event), code: String(event.status), message },
    });
  }
  if (resource.kind === 'read-back') {
    const container =
      layers.some(({ value }) => isRecord(field(value, 'custom_attributes'))) || layers.some(hasContainer);
    return reading({
      ...base,
      moments: ['read-back'],
      sightings: storedSightings(layers),
      ...(container && { containers: [{ stage: 'stored', namespace: null }] as const }),
    });
  }
  const token = tokenOf(layers);
  const stream = streamOf(layers);
  const moments: readonly Moment[] = resource.kind === 'create' && token !== undefined ? ['token'] : [];
  return reading({
    ...base,
    moments,
    sightings: sightingsIn(layers, 'echoed', 'body')
      .filter((sighting) => sighting.role === 'attribute')
      .map((sighting) => (resource.kind === 'repair' ? { ...sighting, repair: true } : sighting)),
    links: [token, stream].filter((link) => link !== undefined),
  });
}

function nameFrame(root: Snapshot | undefined): EventName | null {
  const title = root === undefined ? undefined : eventNameOf(layersOf(root));
  return title === undefined ? null : { title, noise: NOISE.test(title) };
}

export const cxoneWebMessaging: Dialect = {
  ...declared,
  identityFate: 'is stripped or treated as a transient widget identifier',
  read: readWith({
    call: readCall,
    socket: readSocket,
    frame: readFrame,
    request: readRequest,
    response: readResponse,
  }),
  nameFrame,
  // A method of an instance, which the page has under a name of its own.
  callName: (call) =>
    call?.api === 'GenesysCloudWebMessaging' ? `messenger.${call.method}` : declared.callName(call),
};

import { decodeBody, decodeNaming } from '../capture/decode.ts';
import { joinPath } from '../capture/display.ts';
import type { CallEvent, CapturedEvent, FrameEvent, SocketEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { entriesOf, field, textOf } from '../capture/walk.ts';
import type { Carrier, Moment, Sighting, Stage } from '../trace/trace.ts';
import type { Dialect, EventName, Reading, ReadingContext } from './dialect.ts';
import { GENESYS_BEYOND_SIGHT, GENESYS_UNKNOWN_KEYS } from './genesys.ts';
import { quietFrames } from './quiet.ts';
import { at, NOTHING, reading, readWith } from './reading.ts';
import { readRepeated } from './repeated.ts';
import { parseUrl } from './url.ts';

/**
 * Genesys Cloud Web Messaging: the guest API's frames, and the Messenger's `Genesys('command', …)`. Read in the vendor's
 * mobile and Java SDKs. Custom attributes ride in `message.channel.metadata.customAttributes`, attached to the next
 * message; the older `channel.metadata.customAttributes` is ignored since 5 June 2026 (vendor's notice).
 */

type Draft = Omit<Sighting, 'event'>;

const NAMESPACE = 'custom';
/** Stand for places that nobody reads. */
const OUTSIDE_MESSAGING = 'customAttributes';
const BESIDE_MESSAGE = 'channel.metadata';
const HOST = /^webmessaging\./;
const TELLING = /"(?:action|class)"/;
const isQuiet = quietFrames({
  telling: /"(?:(?:customAttributes|Inbound|newSession|ConnectionClosedEvent)"|code"\s*:\s*(?!200[,}\s]))/,
});
const ACTIONS: ReadonlySet<string> = new Set([
  'configureSession',
  'configureAuthenticatedSession',
  'onMessage',
  'echo',
  'onAttachment',
  'getAttachment',
  'deleteAttachment',
  'getJwt',
  'closeSession',
  'getConfiguration',
  'resumeToken',
  'disconnectCustomer',
]);
/** What the mobile SDK and the Messenger send and receive to keep the socket alive. */
const ECHO_TRACING_ID = 'SGVhbHRoQ2hlY2tNZXNzYWdlSWQ=';

/** The keys of a `customAttributes` object. */
function attributesAt(
  container: Snapshot | undefined,
  path: string,
  place: { readonly namespace: string | null; readonly stage: Stage; readonly carrier: Carrier },
): readonly Draft[] {
  return (entriesOf(container) ?? []).map(([key, value]) => ({
    key,
    value,
    path: joinPath(path, key),
    role: 'attribute',
    ...place,
  }));
}

/** `Genesys('command', 'Database.set', { messaging: { customAttributes: { … } } })` */
function readCall(call: CallEvent): Reading | null {
  if (call.api !== 'Genesys') return null;
  const [kind, command, options] = call.args;
  if (textOf(kind) === 'command' && textOf(command) === 'Database.remove')
    return reading({ moments: ['call'], removals: removed(options) });
  const sets = textOf(command) === 'Database.set' || textOf(command) === 'Database.update';
  if (textOf(kind) !== 'command' || !sets) return reading({ moments: ['call'] });
  const place = { namespace: NAMESPACE, stage: 'call', carrier: 'argument' } as const;
  const inside = at(options, 'messaging', 'customAttributes');
  const outside = field(options, 'customAttributes');
  return reading({
    moments: ['call'],
    sightings: [
      ...attributesAt(inside, '[2].messaging.customAttributes', place),
      ...attributesAt(outside, '[2].customAttributes', { ...place, namespace: OUTSIDE_MESSAGING }),
    ],
  });
}

const REMOVED = /^messaging\.customAttributes(?:\.(.+))?$/s;

/** `{ name: 'messaging.customAttributes.key' }`, as `Database.get` takes it, or the shape that `Database.set` takes. */
function removed(options: Snapshot | undefined): NonNullable<Reading['removals']> {
  const [match, key = null] = REMOVED.exec(textOf(field(options, 'name')) ?? '') ?? [];
  if (match !== undefined) return [{ key, namespace: NAMESPACE }];
  const entries = entriesOf(at(options, 'messaging', 'customAttributes')) ?? [];
  return entries.map(([name]) => ({ key: name, namespace: NAMESPACE }));
}

function readSocket(event: SocketEvent): Reading | null {
  const url = parseUrl(event.url);
  const ours =
    url && (HOST.test(url.hostname) || (url.pathname === '/v1' && url.searchParams.has('deploymentId')));
  return ours ? NOTHING : null;
}

const tracingIdIn = (event: CapturedEvent): string | undefined =>
  event.kind === 'frame' ? textOf(field(decodeBody(event.body), 'tracingId')) : undefined;

/** Of a frame that left with a number of its own and nothing else to tell. */
const SENT = reading({ exchangeIn: tracingIdIn });

/** Of a message that carries nothing. */
const PLAIN_MESSAGE = reading({ moments: ['create'], exchangeIn: tracingIdIn });
/** How clients begin one: with its token and its action. */
const PLAIN = /^\{"token":"[^"]+","action":"onMessage",/;
/** What says more of a message, or takes its beginning back. */
const MORE = /"(?:token|action|events|channel|customAttributes)"/;

/** Whether a frame is such a message, as far as its text tells: it is not decoded, since people write by the thousand. */
function isPlainMessage({ body }: FrameEvent): boolean {
  if (body.type !== 'text' || body.cut || body.text.includes('\\')) return false;
  const beginning = PLAIN.exec(body.text)?.[0].length;
  return beginning !== undefined && body.text.endsWith('}') && !MORE.test(body.text.slice(beginning));
}

function readSent(event: FrameEvent): Reading | null {
  if (isPlainMessage(event)) return PLAIN_MESSAGE;
  const root = decodeNaming(event.body, TELLING);
  const action = textOf(field(root, 'action'));
  const token = textOf(field(root, 'token'));
  if (action === undefined || token === undefined || !ACTIONS.has(action)) return null;
  if (action !== 'onMessage') return SENT;
  const place = { namespace: NAMESPACE, stage: 'sent', carrier: 'frame' } as const;
  const containers = [
    attributesAt(
      at(root, 'message', 'channel', 'metadata', 'customAttributes'),
      'message.channel.metadata.customAttributes',
      place,
    ),
    // Ignored by the backend: in no namespace that it reads.
    attributesAt(at(root, 'channel', 'metadata', 'customAttributes'), 'channel.metadata.customAttributes', {
      ...place,
      namespace: BESIDE_MESSAGE,
    }),
  ];
  return reading({
    moments: isTyping(root) ? [] : ['create'],
    sightings: containers.flat(),
    exchangeIn: tracingIdIn,
  });
}

const readSentOnce = readRepeated('tracingId', readSent);

function readReceived(event: FrameEvent, context: ReadingContext): Reading | null {
  if (isQuiet(event, context)) return NOTHING;
  const root = decodeNaming(event.body, TELLING);
  const type = textOf(field(root, 'type'));
  const name = textOf(field(root, 'class'));
  const code = field(root, 'code');
  if ((type !== 'response' && type !== 'message') || name === undefined || typeof code !== 'number')
    return null;
  const exchange = textOf(field(root, 'tracingId')) ?? null;
  const body = field(root, 'body');
  if (code >= 400) {
    const message = textOf(body) ?? textOf(field(body, 'errorMessage')) ?? name;
    return reading({ refused: { exchange, code: String(code), message } });
  }
  const container = at(body, 'channel', 'metadata', 'customAttributes');
  const echoes = name === 'StructuredMessage' && textOf(field(body, 'direction')) === 'Inbound';
  const resumed = name === 'SessionResponse' && field(body, 'newSession') === false;
  const moments: readonly Moment[] = [
    ...(echoes ? (['start'] as const) : []),
    ...(resumed ? (['resumed'] as const) : []),
  ];
  return reading({
    moments,
    sightings: attributesAt(container, 'body.channel.metadata.customAttributes', {
      namespace: NAMESPACE,
      stage: 'echoed',
      carrier: 'frame',
    }),
    ...(container !== undefined && { containers: [{ stage: 'echoed', namespace: null }] as const }),
    ...(name === 'ConnectionClosedEvent' && { moments: ['closed'] as const }),
  });
}

function nameFrame(root: Snapshot | undefined): EventName | null {
  const heartbeat = field(root, 'tracingId') === ECHO_TRACING_ID || field(root, 'action') === 'echo';
  const action = textOf(field(root, 'action'));
  const received = textOf(field(root, 'class'));
  if (action !== undefined && ACTIONS.has(action))
    return { title: action, noise: heartbeat || isTyping(root) };
  if (received === undefined || typeof field(root, 'code') !== 'number') return null;
  const noise = heartbeat || at(root, 'body', 'id') === 'echo_id';
  // The class of a plain error is the type of its body.
  const name = received === 'string' ? 'error' : received;
  return { title: `${name} ${String(field(root, 'code'))}`, noise };
}

function isTyping(root: Snapshot | undefined): boolean {
  const events = at(root, 'message', 'events');
  return Array.isArray(events) && events.some((item) => field(item, 'eventType') === 'Typing');
}

export const genesysWebMessaging: Dialect = {
  id: 'genesys-web-messaging',
  label: 'Genesys Web Messaging',
  namespaces: [NAMESPACE],
  identityFate: 'is not an attribute',
  startEvent: 'the echo of the message',
  deadline: null,
  waitsForMessage: true,
  readiness:
    'Or it was too early: the database takes attributes once Database.ready was published, and rejects them before, which only the last callback of the command tells.',
  beyondSight: GENESYS_BEYOND_SIGHT,
  unknownKeys: GENESYS_UNKNOWN_KEYS,
  limits: { stringsOnly: true, maxBytes: 2048 },
  deadPlaces: new Map([
    [
      BESIDE_MESSAGE,
      {
        text: 'channel.metadata beside the message is ignored since 5 June 2026; attributes belong inside the message.',
        source: 'vendor',
      },
    ],
    [
      OUTSIDE_MESSAGING,
      {
        text: 'The Messenger looks for customAttributes inside messaging, and nowhere else.',
        source: 'vendor',
      },
    ],
  ]),
  read: readWith({
    call: readCall,
    socket: readSocket,
    frame: (event, context) =>
      (event.direction === 'out' ? readSentOnce(event) : readReceived(event, context)) ??
      (context.ours ? NOTHING : null),
  }),
  nameFrame,
  optionPath: (_namespace, key) => ['messaging', 'customAttributes', key],
  sentPath: (_namespace, key) => ['message', 'channel', 'metadata', 'customAttributes', key],
  giveCode: (_namespace, key, value) =>
    `Genesys('command', 'Database.set', { messaging: { customAttributes: { ${JSON.stringify(key)}: ${value} } } });`,
  callName: (call) => call?.api ?? 'Genesys',
  target: (_namespace, key) => `participant attribute context.${key}`,
};

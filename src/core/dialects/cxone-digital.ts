import { decodeBody, decodeNaming } from '../capture/decode.ts';
import type {
  CapturedEvent,
  FrameEvent,
  RequestEvent,
  ResponseEvent,
  SocketEvent,
} from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { field, itemsOf, textOf } from '../capture/walk.ts';
import type { Moment } from '../trace/trace.ts';
import { readCall } from './cxone-digital-calls.ts';
import { definitionsOf, rowsOfConfiguration } from './cxone-digital-definitions.ts';
import {
  fieldsIn,
  IDENTITY,
  identity,
  type Namespace,
  optionsInText,
  sentFields,
} from './cxone-digital-fields.ts';
import { ACTIONS, nameFrame } from './cxone-digital-names.ts';
import type { Dialect, Reading, ReadingContext } from './dialect.ts';
import { quietFrames } from './quiet.ts';
import { at, NOTHING, reading, readWith } from './reading.ts';
import { readRepeated } from './repeated.ts';
import { parseUrl } from './url.ts';

/**
 * NICE CXone Digital (DFO) chat: Chat Web SDK 2.x and 3.x, its mobile siblings, and the hosted widget's `cxone(…)`.
 * Read in the vendor's own packages and run against a local server; what the backend stores was never seen.
 */

const HOST = /^chat-(?:gateway|gw)-de-[a-z0-9-]+\./i;
/** A frame without these is a heartbeat, or says that another arrived. */
const TELLING = /"(?:eventType|errorCode)"/;
const isQuiet = quietFrames({
  telling:
    /"(?:customFields|EventInS3|CaseCreated|LivechatRecovered|ThreadRecovered|closed|consumerIdentity|errorCode|thread)"/,
  id: { name: '"threadIdOnExternalPlatform"', followedBy: (id) => `:"${id}"` },
});
const RECOVERED: ReadonlySet<string> = new Set(['LivechatRecovered', 'ThreadRecovered']);

// The socket

function readSocket(event: SocketEvent): Reading | null {
  const url = parseUrl(event.url);
  if (!url) return null;
  const query = url.searchParams;
  const ours = HOST.test(url.hostname) || (query.has('brandId') && query.has('channelId'));
  if (!ours) return null;
  const customerId = query.get('customerId') ?? undefined;
  const isSecured = customerId === undefined && query.has('transactionToken');
  return reading({
    moments: isSecured ? ['secured'] : [],
    sightings: event.phase === 'connecting' ? identity(customerId, IDENTITY, 'handshake', 'url') : [],
  });
}

// Frames that leave

function readSent(event: FrameEvent): Reading | null {
  const root = decodeNaming(event.body, TELLING);
  const action = textOf(field(root, 'action'));
  const payload = field(root, 'payload');
  const eventType = textOf(field(payload, 'eventType'));
  if (action === undefined || !ACTIONS.has(action) || eventType === undefined) return null;
  const data = field(payload, 'data');
  const consumer = field(payload, 'consumerIdentity') === undefined ? 'customerIdentity' : 'consumerIdentity';
  const thread = textOf(at(data, 'thread', 'idOnExternalPlatform'));
  const first = eventType === 'SendMessage' || eventType === 'SendOutbound';
  return reading({
    moments: first ? ['create'] : [],
    sightings: [
      ...identity(
        at(payload, consumer, 'idOnExternalPlatform'),
        `payload.${consumer}.idOnExternalPlatform`,
        'handshake',
        'frame',
      ),
      ...sentFields(eventType, data),
      ...optionsInText(data),
    ],
    conversationId: thread,
    exchangeIn: eventIdIn,
  });
}

const eventIdIn = (event: CapturedEvent): string | undefined =>
  event.kind === 'frame' ? textOf(field(decodeBody(event.body), 'eventId')) : undefined;

const readSentOnce = readRepeated('eventId', readSent);

// Frames that come

function readReceived(event: FrameEvent, context: ReadingContext): Reading | null {
  if (isQuiet(event, context)) return NOTHING;
  const root = decodeNaming(event.body, TELLING);
  const exchange = textOf(field(root, 'eventId'));
  const error = field(root, 'error');
  const postback = field(root, 'postback');
  const eventType = textOf(field(postback, 'eventType')) ?? textOf(field(root, 'eventType'));
  const errorCode = textOf(field(error, 'errorCode'));
  const shaped = exchange !== undefined && (eventType !== undefined || errorCode !== undefined);
  if (!shaped && !context.ours) return null;
  if (errorCode !== undefined) {
    const message = textOf(field(error, 'errorMessage')) ?? errorCode;
    return reading({ refused: { exchange: exchange ?? null, code: errorCode, message } });
  }
  if (eventType === undefined) return NOTHING;
  const path = postback === undefined ? 'data' : 'postback.data';
  const data = field(postback ?? root, 'data');
  return readPush(eventType, data, path);
}

function readPush(eventType: string, data: Snapshot | undefined, path: string): Reading {
  // Too large for the socket: the SDK fetches it from an address that nothing tells beforehand.
  if (eventType === 'EventInS3')
    return reading({ putAside: textOf(at(data, 'originEvent', 'eventType')) ?? eventType });
  const thread =
    textOf(at(data, 'case', 'threadIdOnExternalPlatform')) ??
    textOf(at(data, 'contact', 'threadIdOnExternalPlatform')) ??
    textOf(at(data, 'thread', 'idOnExternalPlatform'));
  const lists: readonly (readonly [Namespace, readonly string[]])[] = [
    ['contact', ['case', 'customFields']],
    ['contact', ['contact', 'customFields']],
    ['customer', ['customer', 'customFields']],
  ];
  const sightings = lists.flatMap(([namespace, keys]) =>
    fieldsIn(at(data, ...keys), `${path}.${keys.join('.')}`, namespace, 'echoed'),
  );
  const starts = eventType === 'CaseCreated' || RECOVERED.has(eventType);
  // Other events show fields as well, but not what the backend made of this conversation.
  const containers = lists.flatMap(([namespace, keys]) =>
    starts && itemsOf(at(data, ...keys)) ? [{ stage: 'echoed', namespace } as const] : [],
  );
  const status = textOf(at(data, 'case', 'status')) ?? textOf(at(data, 'contact', 'status'));
  const moments: readonly Moment[] = [
    ...(starts ? (['start'] as const) : []),
    ...(RECOVERED.has(eventType) ? (['resumed'] as const) : []),
    ...(status === 'closed' ? (['closed'] as const) : []),
  ];
  const customer = textOf(at(data, 'consumerIdentity', 'idOnExternalPlatform'));
  return reading({
    moments,
    sightings: [
      ...sightings,
      ...identity(customer, `${path}.consumerIdentity.idOnExternalPlatform`, 'echoed', 'frame'),
    ],
    conversationId: thread,
    containers,
  });
}

const CONFIGURATION = /\/chat\/1\.0\/brand\/\d+\/channel\/[^/]+$/;

/** The requests that issue a transaction token for a secured session, and that ask for the channel's configuration. */
function readRequest(event: RequestEvent): Reading | null {
  const url = parseUrl(event.url);
  if (!url) return null;
  const issues = /\/oauth\/token$/.test(url.pathname) && url.searchParams.has('brandId');
  return issues || CONFIGURATION.test(url.pathname) ? NOTHING : null;
}

function readResponse(event: ResponseEvent, { request }: ReadingContext): Reading | null {
  if (!request || !readRequest(request)) return null;
  const root = decodeBody(event.body);
  const definitions = definitionsOf(root);
  if (definitions) return reading({ definitions });
  const sightings = fieldsIn(
    at(root, 'contact', 'customFields'),
    'contact.customFields',
    'contact',
    'echoed',
  );
  return reading({ sightings });
}

export const cxoneDigital: Dialect = {
  id: 'cxone-digital',
  label: 'CXone Digital',
  namespaces: ['contact', 'customer'],
  generatesIdentity: true,
  identityFate: 'names the visitor (consumerIdentity) and is stored in no custom field',
  startEvent: 'CaseCreated',
  deadline: null,
  mustRecover: true,
  identityRule: {
    text: 'The frames have an identity and custom fields side by side, and only the fields are stored with the case.',
    source: 'vendor',
  },
  unknownKeys: {
    text: 'A field that is not defined in the admin settings is ignored without an error.',
    source: 'vendor',
  },
  beyondSight:
    'whether a field that the channel’s configuration does not list is defined in the admin settings, permissions, what a flow makes of it, and what an agent sees',
  limits: { stringsOnly: true, maxLength: 1024 },
  deadPlaces: new Map([
    [
      'message text',
      {
        text: 'The object was handed to a method that takes the text of the first message, and became that text.',
        source: 'observed',
      },
    ],
  ]),
  read: readWith({
    call: readCall,
    socket: readSocket,
    frame: (event, context) =>
      event.direction === 'out'
        ? (readSentOnce(event) ?? (context.ours ? NOTHING : null))
        : readReceived(event, context),
    request: readRequest,
    response: readResponse,
  }),
  nameFrame,
  definedRows: rowsOfConfiguration,
  optionPath: (namespace, key) => [`${namespace}CustomFields`, key],
  sentPath: (namespace, key) => [
    'payload',
    'data',
    namespace === 'customer' ? 'consumer' : 'consumerContact',
    'customFields',
    key,
  ],
  placeName: (namespace, key) => `the ${namespace} field ${key}`,
  giveCode: (namespace, key, value) =>
    `cxone('chat', '${namespace === 'customer' ? 'setCustomerCustomField' : 'setCaseCustomField'}', ${JSON.stringify(key)}, ${value});`,
  callName: (call) => call?.api ?? 'cxone',
  target: (namespace, key) => `${namespace === 'customer' ? 'customer card' : 'case'} custom field ${key}`,
};

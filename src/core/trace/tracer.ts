import type {
  CallEvent,
  CapturedEvent,
  FrameEvent,
  RequestEvent,
  ResponseEvent,
  SocketEvent,
} from '../capture/event.ts';
import type { Dialect, Reading, ReadingContext } from '../dialects/dialect.ts';
import { DIALECTS } from '../dialects/dialects.ts';
import { ConversationBuilder } from './builder.ts';
import { Configurations } from './configurations.ts';
import { EarlyCalls } from './early-calls.ts';
import { namedIn } from './named-in.ts';
import { createOwners } from './owners.ts';
import { PerDocument } from './per-document.ts';
import type { Conversation } from './trace.ts';

type At<E> = E & { readonly document: string };

/** A call that nothing has come of after this long is not what a later socket of another frame belongs to. */
const PATIENCE_MS = 120_000;
/** A socket that no dialect knows may turn out to be a chat's by its first frames, not by its thousandth. */
const UNKNOWN_SOCKET_EVENTS = 50;

const UNKNOWN: ReadingContext = {};
const OURS: ReadingContext = { ours: true };

/** Groups events into conversations, as they come. */
export interface Tracer {
  /** Takes the next event. Events must come in order of time. */
  add(event: CapturedEvent): void;
  /** In order of their first event. An entry is the same object for as long as nothing was added to it. */
  conversations(): readonly Conversation[];
  /** Id of the conversation that an event was found to belong to. */
  conversationOf(event: CapturedEvent): string | null;
}

/** A socket that belongs to no conversation yet. */
interface UnknownSocket {
  readonly events: CapturedEvent[];
  readonly cause: number | undefined;
}

/**
 * Groups the events of one tab into conversations. What ties an event to a conversation, strongest first: the request
 * or socket it belongs to, the backend's id in it, a token or stream address that the conversation was given, the id in
 * the event's address, the call on whose stack it happened; failing all of these, the oldest call that still waits for
 * its traffic, first in the same document, then in any other frame of the tab.
 */
export function createTracer(dialects: readonly Dialect[] = DIALECTS): Tracer {
  const builders: ConversationBuilder[] = [];
  const owners = createOwners(builders);
  const byCall = new PerDocument<ConversationBuilder>();
  const bySocket = new PerDocument<ConversationBuilder>();
  const byRequest = new PerDocument<{ builder: ConversationBuilder; request: At<RequestEvent> }>();
  const byLink = new Map<string, ConversationBuilder>();
  const byBackendId = new Map<string, ConversationBuilder>();
  const earlyCalls = new EarlyCalls();
  const configurations = new Configurations();
  const unknownSockets = new PerDocument<UnknownSocket>();

  function readBy(event: CapturedEvent): { dialect: Dialect; reading: Reading } | null {
    for (const dialect of dialects) {
      const reading = dialect.read(event, UNKNOWN);
      if (reading) return { dialect, reading };
    }
    return null;
  }

  /** From now on, an id of the backend stands for this conversation. */
  function claim(id: string, builder: ConversationBuilder): void {
    const former = byBackendId.get(id);
    if (former?.context.conversationId === id) former.speakOf(null);
    byBackendId.set(id, builder);
    if ((builder.backendId ?? id) === id) builder.speakOf(id);
  }

  function attach(builder: ConversationBuilder, event: CapturedEvent, reading: Reading | null): void {
    const known = builder.backendId;
    builder.add(event, reading);
    if (!reading) return;
    const { conversationId, links } = reading;
    if (conversationId !== undefined && conversationId !== known && !byBackendId.has(conversationId))
      claim(conversationId, builder);
    for (const link of links) byLink.set(link, builder);
  }

  /** A new conversation, with the constructor and the setters that were called for it before. */
  function open(
    dialect: Dialect,
    first: CapturedEvent,
    startCall: At<CallEvent> | null = null,
    previous: ConversationBuilder | null = null,
  ): ConversationBuilder {
    const builder = new ConversationBuilder(`c${builders.length + 1}`, dialect, first, startCall, previous);
    builders.push(builder);
    for (const { event, reading, returned } of earlyCalls.take(dialect.id, first, startCall)) {
      byCall.set(event.document, event.call, builder);
      attach(builder, event, reading);
      if (returned) attach(builder, returned, null);
    }
    const configuration = configurations.of(first.document, dialect.id);
    if (configuration) builder.add(configuration.event, configuration.reading);
    return builder;
  }

  const causeOf = (document: string, cause: number | undefined): ConversationBuilder | undefined =>
    cause === undefined ? undefined : byCall.get(document, cause);

  function linkedTo(url: string): ConversationBuilder | undefined {
    const exact = byLink.get(url);
    if (exact) return exact;
    for (const [link, builder] of byLink) if (link.length >= 8 && url.includes(link)) return builder;
    return undefined;
  }

  /** The oldest conversation that still waits for what came. */
  function waitingFor(
    what: 'create' | 'socket',
    dialect: Dialect,
    event: CapturedEvent,
  ): ConversationBuilder | undefined {
    const waiting = builders.filter((builder) => builder.dialect === dialect && builder.awaits(what));
    return (
      waiting.find((builder) => builder.document === event.document) ??
      waiting.find(({ startCall }) => startCall !== null && event.time - startCall.time <= PATIENCE_MS)
    );
  }

  function addCall(event: At<CallEvent>): void {
    const read = readBy(event);
    if (!read) return;
    const { dialect, reading } = read;
    const ofDialect = builders.filter((builder) => builder.dialect === dialect);
    const latest =
      ofDialect.findLast(({ document }) => document === event.document) ??
      // Begun by a socket: the page that calls need not be the document that has it.
      ofDialect.findLast(({ startCall, ended }) => startCall === null && !ended);
    const starts = reading.moments.includes('start-call');
    if (!starts && (!latest || latest.ended || event.method === 'constructor')) {
      earlyCalls.add(dialect.id, event, reading);
      return;
    }
    const builder = starts && !latest?.repeats(event) ? open(dialect, event, event) : latest;
    if (!builder) return;
    byCall.set(event.document, event.call, builder);
    // The second report of a queued call adds nothing that was not given by the first.
    attach(builder, event, starts && builder.startCall !== event ? null : reading);
  }

  function addSocket(event: At<SocketEvent>): void {
    const { document, socket } = event;
    const owner = bySocket.get(document, socket);
    if (owner) {
      attach(owner, event, owner.dialect.read(event, OURS));
      return;
    }
    if (event.phase !== 'connecting') {
      unknownSockets.get(document, socket)?.events.push(event);
      return;
    }
    const read = readBy(event);
    const id = read?.reading.conversationId;
    const builder =
      linkedTo(event.url) ??
      (id === undefined ? undefined : byBackendId.get(id)) ??
      (read ? namedIn(byBackendId, event.url, read.dialect) : undefined) ??
      causeOf(document, event.cause) ??
      (read ? waitingFor('socket', read.dialect, event) : undefined) ??
      builders.findLast((candidate) => candidate.reconnects(event)) ??
      (read ? open(read.dialect, event) : undefined);
    if (builder) {
      bySocket.set(document, socket, builder);
      attach(builder, event, read?.reading ?? null);
    } else {
      unknownSockets.set(document, socket, { events: [event], cause: event.cause });
    }
  }

  function addFrame(event: At<FrameEvent>): void {
    const owner = bySocket.get(event.document, event.socket);
    if (!owner) {
      adoptSocket(event);
      return;
    }
    const reading = owner.dialect.read(event, owner.context);
    const id = reading?.conversationId;
    // One socket may carry several conversations: an id that is known elsewhere outranks the socket.
    const builder = (id === undefined ? undefined : byBackendId.get(id)) ?? owner;
    attach(reopened(builder, event, reading) ?? builder, event, reading);
  }

  /** What creates a conversation after the backend closed the last one on this socket begins another. */
  function reopened(
    closed: ConversationBuilder,
    event: At<FrameEvent>,
    reading: Reading | null,
  ): ConversationBuilder | null {
    if (!reading?.moments.includes('create') || !closed.closedByBackend) return null;
    const builder = open(closed.dialect, event, null, closed);
    bySocket.set(event.document, event.socket, builder);
    if (reading.conversationId !== undefined) claim(reading.conversationId, builder);
    return builder;
  }

  /** The first frame that a dialect recognises tells whose socket it is, whatever its address. */
  function adoptSocket(event: At<FrameEvent>): void {
    const { document, socket } = event;
    const unknown = unknownSockets.get(document, socket) ?? { events: [], cause: undefined };
    const read = readBy(event);
    if (!read) {
      if (unknown.events.length < UNKNOWN_SOCKET_EVENTS) unknown.events.push(event);
      unknownSockets.set(document, socket, unknown);
      return;
    }
    const { dialect, reading } = read;
    const id = reading.conversationId;
    const builder =
      (id === undefined ? undefined : byBackendId.get(id)) ??
      causeOf(document, unknown.cause) ??
      waitingFor('socket', dialect, event) ??
      open(dialect, event);
    bySocket.set(document, socket, builder);
    unknownSockets.delete(document, socket);
    for (const earlier of unknown.events) attach(builder, earlier, builder.dialect.read(earlier, OURS));
    attach(builder, event, reading);
  }

  function addRequest(event: At<RequestEvent>): void {
    const read = readBy(event);
    if (!read) return;
    const { dialect, reading } = read;
    const id = reading.conversationId;
    const creates = reading.moments.includes('create');
    const named = id === undefined ? undefined : byBackendId.get(id);
    const builder =
      named ??
      (creates ? undefined : namedIn(byBackendId, event.url, dialect)) ??
      causeOf(event.document, event.cause) ??
      (creates ? waitingFor('create', dialect, event) : undefined) ??
      (creates || id !== undefined ? open(dialect, event) : undefined);
    if (!builder) {
      configurations.ask(dialect, event);
      return;
    }
    byRequest.set(event.document, event.request, { builder, request: event });
    // Another product's path for a conversation of this one: what it means here, its own dialect says.
    const foreign = named !== undefined && named.dialect !== dialect;
    attach(builder, event, foreign ? (named.dialect.read(event, OURS) ?? reading) : reading);
  }

  function addResponse(event: At<ResponseEvent>): void {
    const answered = byRequest.get(event.document, event.request);
    if (answered) {
      const { builder, request } = answered;
      attach(builder, event, builder.dialect.read(event, { request, ours: true }));
    } else addConfiguration(event);
  }

  /** An answer that no conversation has asked for is told to the one that has begun meanwhile, and to those to come. */
  function addConfiguration(event: At<ResponseEvent>): void {
    const configuration = configurations.answer(event);
    const running = builders.findLast(
      ({ dialect, document }) => dialect.id === configuration?.dialect && document === event.document,
    );
    if (configuration && running) attach(running, event, configuration.reading);
  }

  return {
    add(event) {
      switch (event.kind) {
        case 'call':
          return addCall(event);
        case 'return': {
          const owner = byCall.get(event.document, event.call);
          if (owner) attach(owner, event, null);
          else earlyCalls.addReturn(event);
          return;
        }
        case 'socket':
          return addSocket(event);
        case 'frame':
          return addFrame(event);
        case 'request':
          return addRequest(event);
        case 'response':
          return addResponse(event);
        case 'notice':
          return;
      }
    },
    conversations: () => builders.map((builder) => builder.view()),
    conversationOf: (event) => owners.of(event)?.id ?? null,
  };
}

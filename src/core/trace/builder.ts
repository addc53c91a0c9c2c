import type { CallEvent, CapturedEvent, SocketEvent } from '../capture/event.ts';
import { sameValue } from '../capture/walk.ts';
import type { Dialect, Reading, ReadingContext } from '../dialects/dialect.ts';
import { Exchanges } from './exchanges.ts';
import { Sightings } from './sightings.ts';
import type { Container, Conversation, Definition, Moment, Refusal, Removal } from './trace.ts';

/**
 * A conversation while its events come in. Its arrays only grow, or another takes their place, so every view of it stays
 * true.
 */
export class ConversationBuilder {
  readonly id: string;
  readonly dialect: Dialect;
  /** The document of its first event. */
  readonly document: string;
  readonly startCall: CallEvent | null;
  backendId: string | null = null;
  /** For the reader of its frames. */
  context: ReadingContext = { ours: true };
  #events: CapturedEvent[] = [];
  #sightings = new Sightings();
  #moments = new Map<Moment, CapturedEvent>();
  #latest = new Map<Moment, CapturedEvent>();
  #containers: Container[] = [];
  #removals: Removal[] = [];
  #definitions: Definition[] = [];
  #putAside = new Set<string>();
  #sockets = new Map<string, 'living' | 'closed'>();
  /** Of the last socket. */
  #address: string | null = null;
  #exchanges = new Exchanges();
  #refusals = new Map<CapturedEvent, Refusal>();
  #previous: ConversationBuilder | null;
  #view: Conversation | null = null;

  constructor(
    id: string,
    dialect: Dialect,
    first: CapturedEvent,
    startCall: CallEvent | null,
    previous: ConversationBuilder | null = null,
  ) {
    this.#previous = previous;
    this.id = id;
    this.dialect = dialect;
    this.document = first.document;
    this.startCall = startCall;
  }

  add(event: CapturedEvent, reading: Reading | null): void {
    this.#view = null;
    this.#events.push(event);
    if (event.kind === 'socket') {
      this.#sockets.set(socketKey(event), event.phase === 'closed' ? 'closed' : 'living');
      this.#address = event.url;
    }
    if (!reading) return;
    this.backendId ??= reading.conversationId ?? null;
    for (const moment of reading.moments) {
      if (!this.#moments.has(moment)) this.#moments.set(moment, event);
      this.#latest.set(moment, event);
    }
    for (const sighting of reading.sightings) this.#sightings.add({ ...sighting, event }, this.#telling);
    for (const container of reading.containers ?? []) this.#addContainer(container);
    if (reading.removals) for (const removal of reading.removals) this.#removals.push({ ...removal, event });
    if (reading.definitions) for (const definition of reading.definitions) this.#definitions.push(definition);
    if (reading.putAside !== undefined) this.#putAside.add(reading.putAside);
    if (reading.exchangeIn) this.#exchanges.add(event, reading.exchangeIn);
    if (reading.refused) this.#refuse(reading.refused);
  }

  /** The events at which a check may look for an attribute by the event alone. */
  readonly #telling = (): ReadonlySet<CapturedEvent> =>
    new Set([...this.#moments.values(), ...this.#latest.values(), ...this.#refusals.keys()]);

  #addContainer({ stage, namespace }: Container): void {
    const isKnown = this.#containers.some((known) => known.stage === stage && known.namespace === namespace);
    if (!isKnown) this.#containers.push({ stage, namespace });
  }

  /** A refusal that names no exchange is of what carried attributes last. */
  #refuse({ exchange, code, message }: NonNullable<Reading['refused']>): void {
    const carrier =
      exchange === null
        ? this.#sightings.kept.findLast(({ stage }) => stage === 'sent')?.event
        : this.#exchanges.find(exchange);
    if (carrier) this.#refusals.set(carrier, { code, message });
  }

  /** In the order in which they were added. */
  get events(): readonly CapturedEvent[] {
    return this.#events;
  }

  /** Whether the session was asked for, or a socket opened. */
  has(what: 'create' | 'socket'): boolean {
    return what === 'create' ? this.#moments.has('create') : this.#sockets.size > 0;
  }

  /** Whether it still waits for its session, or for its socket. One that the backend knows waits for no session. */
  awaits(what: 'create' | 'socket'): boolean {
    return !this.ended && !this.has(what) && (what === 'socket' || this.backendId === null);
  }

  get closedByBackend(): boolean {
    return this.#moments.has('closed');
  }

  get ended(): boolean {
    if (this.closedByBackend) return true;
    return this.#sockets.size > 0 && ![...this.#sockets.values()].includes('living');
  }

  /** Whether a socket is opened in place of its last one, which was closed without the backend ending the conversation. */
  reconnects({ document, url }: SocketEvent & { document: string }): boolean {
    return this.ended && !this.closedByBackend && this.document === document && this.#address === url;
  }

  /** Whether a call is this conversation's own start once more: a stub that hands its queue to the real SDK. */
  repeats(call: CallEvent & { document: string }): boolean {
    const own = this.startCall;
    return (
      own !== null &&
      this.document === call.document &&
      own.api === call.api &&
      own.method === call.method &&
      !this.has('create') &&
      !this.has('socket') &&
      sameValue(own.args, call.args)
    );
  }

  /** The same object for as long as nothing was added. */
  view(): Conversation {
    this.#view ??= {
      id: this.id,
      dialect: this.dialect.id,
      backendId: this.backendId,
      events: this.#events,
      sightings: this.#sightings.kept,
      passedOver: this.#sightings.passedOver,
      moments: this.#moments,
      latest: this.#latest,
      containers: this.#containers,
      removals: this.#removals,
      definitions: this.#definitions,
      putAside: this.#putAside,
      refusals: this.#refusals,
      ended: this.ended,
      previous: this.#previous?.view() ?? null,
    };
    return this.#view;
  }
}

/** Names a socket among those of all documents. */
const socketKey = (event: { readonly document: string; readonly socket: number }): string =>
  `${event.document}/${event.socket}`;

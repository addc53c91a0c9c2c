import type { CallEvent, CapturedEvent, SocketEvent } from '../capture/event.ts';
import { sameValue } from '../capture/walk.ts';
import type { Dialect, Reading, ReadingContext } from '../dialects/dialect.ts';
import { NOTHING } from '../dialects/reading.ts';
import { Exchanges } from './exchanges.ts';
import { Sightings } from './sightings.ts';
import type {
  Container,
  Conversation,
  Definition,
  Moment,
  RecurringMoment,
  Refusal,
  Removal,
} from './trace.ts';

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
  #context: ReadingContext = { ours: true };
  #events: CapturedEvent[] = [];
  #sightings = new Sightings();
  #moments = new Map<Moment, CapturedEvent>();
  #latest = new Map<RecurringMoment, CapturedEvent>();
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
    if (reading && reading !== NOTHING) this.#take(event, reading);
  }

  #take(event: CapturedEvent, reading: Reading): void {
    const { sightings, removals = [], definitions = [] } = reading;
    this.backendId ??= reading.conversationId ?? null;
    for (const moment of reading.moments) this.#pass(moment, event);
    for (const sighting of sightings) this.#sightings.add({ ...sighting, event }, this.#telling);
    for (const removal of removals) this.#removals.push({ ...removal, event });
    this.#definitions.push(...definitions);
    if (reading.containers) reading.containers.forEach(this.#addContainer);
    if (reading.putAside !== undefined) this.#putAside.add(reading.putAside);
    if (reading.exchangeIn) this.#exchanges.add(event, reading.exchangeIn);
    if (reading.refused) this.#refuse(reading.refused);
  }

  #pass(moment: Moment, event: CapturedEvent): void {
    if (!this.#moments.has(moment)) this.#moments.set(moment, event);
    if (moment === 'create' || moment === 'start') this.#latest.set(moment, event);
    if (moment === 'message') this.#context = { ...this.#context, messaged: true };
  }

  /** The events at which a check may look for an attribute by the event alone. */
  readonly #telling = (): ReadonlySet<CapturedEvent> =>
    new Set([...this.#moments.values(), ...this.#latest.values(), ...this.#refusals.keys()]);

  readonly #addContainer = ({ stage, namespace }: Container): void => {
    const isKnown = this.#containers.some((known) => known.stage === stage && known.namespace === namespace);
    if (!isKnown) this.#containers.push({ stage, namespace });
  };

  /** A refusal that names no exchange is of what carried attributes last. */
  #refuse({ exchange, code, message }: NonNullable<Reading['refused']>): void {
    const carrier =
      exchange === null
        ? this.#sightings.kept.findLast(({ stage }) => stage === 'sent')?.event
        : this.#exchanges.find(exchange);
    if (carrier) this.#refusals.set(carrier, { code, message });
  }

  /** For the reader of its frames. */
  get context(): ReadingContext {
    return this.#context;
  }

  /** From now on, its frames speak of the conversation with this id of the backend unless they say otherwise; `null`: of any. */
  speakOf(id: string | null): void {
    const { conversationId, ...context } = this.#context;
    this.#context = id === null ? context : { ...context, conversationId: id };
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

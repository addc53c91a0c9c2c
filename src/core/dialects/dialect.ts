import type { CallEvent, CapturedEvent, RequestEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import type { MappingRow } from '../mapping/mapping.ts';
import type { Container, Definition, Moment, Refusal, Removal, Sighting } from '../trace/trace.ts';
import type { Statement } from './source.ts';

/** What a dialect sees in one event. */
export interface Reading {
  readonly moments: readonly Moment[];
  readonly sightings: readonly Omit<Sighting, 'event'>[];
  /** The backend's id of the conversation that the event speaks of. */
  readonly conversationId?: string | undefined;
  /** Tokens and stream addresses by which a later socket or request can be told to belong here. */
  readonly links: readonly string[];
  /** The containers for attributes that the event held, empty or not. */
  readonly containers?: readonly Container[] | undefined;
  /** Reads from the event the protocol's own number of a question and its answer: asked for only when one is refused. */
  readonly exchangeIn?: ((event: CapturedEvent) => string | undefined) | undefined;
  /** What the page took back. */
  readonly removals?: readonly Omit<Removal, 'event'>[] | undefined;
  /** The event whose content the backend has put elsewhere, for the page to fetch: what it shows is not seen here. */
  readonly putAside?: string | undefined;
  /** The attributes that the tenant's own configuration names. */
  readonly definitions?: readonly Definition[] | undefined;
  /** The backend refused what left with a number (`null`: it does not say with which). */
  readonly refused?: (Refusal & { readonly exchange: string | null }) | undefined;
}

/** Earlier events that an event refers to. */
export interface ReadingContext {
  /** The request that a response answers. */
  readonly request?: RequestEvent;
  /** The event is on a socket that is known to speak this dialect. */
  readonly ours?: true;
  /** The backend's id of the conversation that the event belongs to unless it names another. */
  readonly conversationId?: string;
  /** A message of the visitor was seen leaving: that another one does says nothing. */
  readonly messaged?: true;
}

/** How an event is named in a list. */
export interface EventName {
  readonly title: string;
  /** A heartbeat, a typing notice: folded unless asked for. */
  readonly noise: boolean;
}

/** What a vendor allows as values. */
export interface ValueLimits {
  /** Only strings, and `null`. */
  readonly stringsOnly?: true;
  /** Of one value, in UTF-16 code units. */
  readonly maxLength?: number;
  /** Of all keys and values of one message together, in bytes of UTF-8. */
  readonly maxBytes?: number;
}

/** The reader of one vendor protocol: knows its globals, its URLs, its frames, and where attributes ride in them. */
export interface Dialect {
  readonly id: string;
  readonly label: string;
  readonly namespaces: readonly string[];
  /** The moment by which attributes must have left; `null` where later ones are taken over as well. */
  readonly deadline: 'token' | null;
  /** Nothing carries attributes before the frames do; else they can leave in the handshake. */
  readonly leavesIn?: 'sent';
  /** What a page gives waits for the visitor's next message, however long the conversation has been going on. */
  readonly waitsForMessage?: true;
  /** The SDK makes an identifier up where the page gives none: not every one is the page's own value. */
  readonly generatesIdentity?: true;
  /** What came while the socket was closed is not sent again: the page has to ask for it. */
  readonly mustRecover?: true;
  /** What must have happened before the SDK takes attributes, as a sentence. */
  readonly readiness?: string;
  /** What becomes of an identity field, to be said in a sentence after its name. */
  readonly identityFate: string;
  /** What the vendor allows as a value of an attribute, where it is known. */
  readonly limits?: ValueLimits;
  /** Why an identity is no attribute; the users' own report of it unless told. */
  readonly identityRule?: Statement;
  /** What becomes of a key that the tenant does not know; the users' own report of it unless told. */
  readonly unknownKeys?: Statement;
  /** Namespaces that stand for a place which nobody reads, and what becomes of what is put there. */
  readonly deadPlaces?: ReadonlyMap<string, Statement>;
  /** The vendor has ended the product: when, as a sentence, and who says so. */
  readonly retired?: Statement;
  /** What decides, beyond what a browser can see, whether what arrived is read: to be listed in a sentence. */
  readonly beyondSight?: string;
  /** The event that shows what the backend took, as its users call it. */
  readonly startEvent: string;
  /** Reads an event; `null`: not of this dialect. */
  read(event: CapturedEvent, context: ReadingContext): Reading | null;
  /** Names a frame by its content; `null`: it has no name in this dialect. */
  nameFrame(content: Snapshot | undefined): EventName | null;
  /** The attributes that a tenant's own definitions name, as rows of a mapping; none in any other content. */
  definedRows?(content: Snapshot): readonly MappingRow[];
  /** Where an attribute belongs in the options of the call: `['attributes', 'custom', key]`. */
  optionPath(namespace: string, key: string): readonly string[];
  /** Where it belongs in the frame, or the request, that creates the conversation; as in the options unless told. */
  sentPath?(namespace: string, key: string): readonly string[];
  /** What an attribute is called where it is given by a call of its own, and no options have a place for it. */
  placeName?(namespace: string, key: string): string;
  /** The call that gives one attribute, as code, where attributes are not options of the call that starts the chat. */
  giveCode?(namespace: string, key: string, value: string): string;
  /** The call as the page writes it, without its arguments: `cxoneChat.startChat`. */
  callName(call: CallEvent | null): string;
  /** Where the backend's own language finds the attribute. */
  target(namespace: string, key: string): string;
}

import type { CapturedEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';

/** The places an attribute passes, in order. */
export const STAGES = ['call', 'handshake', 'sent', 'echoed', 'stored'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What a sighting can stand for. `attribute`: in a container that holds attributes. `identity`: a field that the vendor
 * takes as the widget's own identifier. `option`: any other field beside them; it counts only if a mapping asks for it.
 */
export type Role = 'attribute' | 'identity' | 'option';

/** How it travelled. A `url` and a `subprotocol` are read by the gateway only, a `body` and a `frame` by the backend. */
export type Carrier = 'argument' | 'url' | 'subprotocol' | 'body' | 'frame';

/** Attribute `key` was seen with `value` at `path`, in `namespace`, at `stage`, in `event`. */
export interface Sighting {
  readonly key: string;
  readonly value: Snapshot;
  /**
   * As a property path: `attributes.custom.crm_customer_id`. In a call it starts at the first argument; in any other it
   * begins with that argument's number: `[2].messaging`.
   */
  readonly path: string;
  /** `null`: in no namespace. */
  readonly namespace: string | null;
  readonly stage: Stage;
  readonly role: Role;
  readonly carrier: Carrier;
  /** The container was JSON text inside JSON. */
  readonly doubleEncoded?: true;
  /** It came in a request that repairs the conversation after it started. */
  readonly repair?: true;
  readonly event: CapturedEvent;
}

/** A point in a conversation after which something cannot be made good any more. */
export type Moment =
  /** The call that starts a chat. */
  | 'start-call'
  /** Another call of the SDK. */
  | 'call'
  /** The request that creates the session left. */
  | 'create'
  /** The session token was issued. */
  | 'token'
  /** The backend took up a session that it knew: what was given in it before was not seen here. */
  | 'resumed'
  /** The session was opened with a token that names the visitor, in place of an id that the page gives. */
  | 'secured'
  /** The backend announced the start of the conversation. */
  | 'start'
  /** A late repair left. */
  | 'repair'
  /** A message of the visitor left. */
  | 'message'
  /** The conversation was read back from the backend. */
  | 'read-back'
  /** The backend closed the conversation; what is sent after it opens another. */
  | 'closed';

/** A moment that comes again, and of which the last time counts as well. */
export type RecurringMoment = Extract<Moment, 'create' | 'start'>;

/** The backend's answer to something that it did not take. */
export interface Refusal {
  /** `null`: it has words only. */
  readonly code: string | null;
  readonly message: string;
}

/** A place that shows every attribute of a namespace that the backend has: what is not in it, it does not have. */
export interface Container {
  readonly stage: Stage;
  /** `null`: of all namespaces. */
  readonly namespace: string | null;
}

/** The page took back what it had given. */
export interface Removal {
  /** `null`: everything. */
  readonly key: string | null;
  readonly namespace: string;
  readonly event: CapturedEvent;
}

/** An attribute that the tenant's own configuration names. */
export interface Definition {
  readonly key: string;
  readonly namespace: string;
  /** The configuration's own word for it, where agents are not shown the attribute. */
  readonly hidden?: string;
}

/** The events that belong to one chat, from the call to the close, and what was seen in them. */
export interface Conversation {
  /** Stable for as long as the capture is: `c1`, `c2`, … */
  readonly id: string;
  readonly dialect: string;
  /** The backend's id, once it was seen. */
  readonly backendId: string | null;
  readonly events: readonly CapturedEvent[];
  /** In the order in which they were made; of an attribute that is seen again and again, the first and the last. */
  readonly sightings: readonly Sighting[];
  /** How many sightings were let go between these. */
  readonly passedOver: number;
  /** The first event of each moment. */
  readonly moments: ReadonlyMap<Moment, CapturedEvent>;
  /** The last event of moments that come again. */
  readonly latest: ReadonlyMap<RecurringMoment, CapturedEvent>;
  /** The containers for attributes that the start event, or a read-back, held, empty or not. */
  readonly containers: readonly Container[];
  readonly removals: readonly Removal[];
  /** Empty where no configuration was seen. */
  readonly definitions: readonly Definition[];
  /** The events whose content the backend has put elsewhere. */
  readonly putAside: ReadonlySet<string>;
  /** What the backend refused, by the event that carried it. */
  readonly refusals: ReadonlyMap<CapturedEvent, Refusal>;
  /** All of its sockets are closed, or the backend closed it. */
  readonly ended: boolean;
  /** The conversation on the same socket that was closed before this one began. */
  readonly previous: Conversation | null;
}

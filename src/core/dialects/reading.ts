import type { CapturedEvent } from '../capture/event.ts';
import type { Snapshot } from '../capture/snapshot.ts';
import { field } from '../capture/walk.ts';
import type { Dialect, Reading, ReadingContext } from './dialect.ts';

const NONE: readonly never[] = [];

/** A reading of which only what there is has to be said. Thousands are made: all have the same fields in the same order. */
export const reading = (parts: Partial<Reading>): Reading => ({
  moments: parts.moments ?? NONE,
  sightings: parts.sightings ?? NONE,
  links: parts.links ?? NONE,
  conversationId: parts.conversationId,
  exchangeIn: parts.exchangeIn,
  containers: parts.containers,
  removals: parts.removals,
  putAside: parts.putAside,
  definitions: parts.definitions,
  refused: parts.refused,
});

/** Of an event that belongs to the dialect and says nothing, as most frames of a chat do. */
export const NOTHING = reading({});

/** The value at a path of own keys; `undefined` where the path ends early. */
export function at(root: Snapshot | undefined, ...keys: readonly string[]): Snapshot | undefined {
  let value = root;
  for (const key of keys) value = field(value, key);
  return value;
}

/** The number of a request and of its answer, which they have in common within their document. */
export const exchangeOf = (event: { readonly request: number }): string => `request/${event.request}`;

/** The same, of a request that may be refused. */
export const requestIn = (event: CapturedEvent): string | undefined =>
  event.kind === 'request' ? exchangeOf(event) : undefined;

type ReaderOf<Kind> = (
  event: Extract<CapturedEvent, { kind: Kind }>,
  context: ReadingContext,
) => Reading | null;

/** A reader for each kind of event that can belong to a chat. */
interface EventReaders {
  readonly call?: ReaderOf<'call'>;
  readonly socket?: ReaderOf<'socket'>;
  readonly frame?: ReaderOf<'frame'>;
  readonly request?: ReaderOf<'request'>;
  readonly response?: ReaderOf<'response'>;
}

/** One reader of all events from the readers of each kind. */
export const readWith =
  (readers: EventReaders): Dialect['read'] =>
  (event, context) => {
    switch (event.kind) {
      case 'call':
        return readers.call?.(event, context) ?? null;
      case 'socket':
        return readers.socket?.(event, context) ?? null;
      case 'frame':
        return readers.frame?.(event, context) ?? null;
      case 'request':
        return readers.request?.(event, context) ?? null;
      case 'response':
        return readers.response?.(event, context) ?? null;
      case 'return':
      case 'notice':
        return null;
    }
  };

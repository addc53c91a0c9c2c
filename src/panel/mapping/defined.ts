import type { CapturedEvent } from '../../core/capture/event.ts';
import { deriveMapping } from '../../core/mapping/derive.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { continues } from '../store/continues.ts';
import type { Prefix } from '../store/prefix.ts';

/** The mapping that a tenant's own definitions make, and the events that were searched for them. */
export interface Defined {
  readonly events: Prefix<CapturedEvent>;
  readonly name: string;
  /** `null`: the page fetched none. */
  readonly mapping: Mapping | null;
}

/** Searches events for the definitions of a tenant. Of the events of an earlier search and more, only these are searched. */
export function definedIn(
  events: Prefix<CapturedEvent>,
  name: string,
  earlier: Defined | null = null,
): Defined {
  const known = earlier?.name === name && continues(earlier.events, events) ? earlier : null;
  const fresh = deriveMapping(events.slice(known?.events.length ?? 0), name);
  return { events, name, mapping: fresh ?? known?.mapping ?? null };
}

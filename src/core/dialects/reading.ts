import type { Snapshot } from '../capture/snapshot.ts';
import { field } from '../capture/walk.ts';
import type { Reading } from './dialect.ts';

/** A reading of which only what there is has to be said. */
export const reading = (parts: Partial<Reading>): Reading => ({
  moments: [],
  sightings: [],
  links: [],
  ...parts,
});

/** The value at a path of own keys; `undefined` where the path ends early. */
export const at = (root: Snapshot | undefined, ...keys: readonly string[]): Snapshot | undefined =>
  keys.reduce<Snapshot | undefined>((value, key) => field(value, key), root);

/** The number of a request and of its answer, which they have in common within their document. */
export const exchangeOf = (event: { readonly request: number }): string => `request/${event.request}`;

import type { CapturedEvent } from '../capture/event.ts';
import { attributeName } from './attribute-name.ts';
import type { Sighting } from './trace.ts';

/**
 * So many of the first sightings of one attribute at one stage are kept, and as many of the last. No chat has more; but
 * a page can put an attribute into every frame of a stream, and judging must not take longer with each of them.
 */
export const MOST_SIGHTINGS = 500;

/** What is kept of the sightings of a conversation while more come. */
export class Sightings {
  #kept: Sighting[] = [];
  /** Of each attribute at each stage, how many are kept, and with how many there are too many. */
  #places = new Map<string, { count: number; limit: number }>();
  #passedOver = 0;

  /** In the order in which they were added. */
  get kept(): readonly Sighting[] {
    return this.#kept;
  }

  /** How many were let go. */
  get passedOver(): number {
    return this.#passedOver;
  }

  /** @param telling the events of which every sighting is kept */
  add(sighting: Sighting, telling: () => ReadonlySet<CapturedEvent>): void {
    this.#kept.push(sighting);
    const name = placeOf(sighting);
    const place = this.#places.get(name) ?? { count: 0, limit: 3 * MOST_SIGHTINGS };
    place.count++;
    this.#places.set(name, place);
    if (place.count >= place.limit) this.#letGo(telling());
  }

  /** Lets go what stands between the first of a place and the last. Some more come before it is done again. */
  #letGo(telling: ReadonlySet<CapturedEvent>): void {
    const before = this.#kept.length;
    const passed = new Map<string, number>();
    // A new list: whoever was given the old one still has it as it was.
    this.#kept = this.#kept.filter((sighting) => {
      const name = placeOf(sighting);
      const at = passed.get(name) ?? 0;
      passed.set(name, at + 1);
      const count = this.#places.get(name)?.count ?? 0;
      return at < MOST_SIGHTINGS || at >= count - MOST_SIGHTINGS || telling.has(sighting.event);
    });
    this.#passedOver += before - this.#kept.length;
    this.#places.clear();
    for (const sighting of this.#kept) {
      const name = placeOf(sighting);
      const place = this.#places.get(name) ?? { count: 0, limit: 0 };
      place.count++;
      place.limit = Math.max(3 * MOST_SIGHTINGS, place.count + MOST_SIGHTINGS);
      this.#places.set(name, place);
    }
  }
}

/** Names what a check may tell apart: which attribute, at which stage, in what way. */
const placeOf = (sighting: Sighting): string => {
  const { key, namespace, stage, role, carrier, doubleEncoded, repair } = sighting;
  return `${stage} ${role} ${carrier} ${doubleEncoded} ${repair} ${attributeName(namespace, key)}`;
};

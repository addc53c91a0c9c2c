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
  /** With so many it is looked whether there are too many. */
  #limit = 3 * MOST_SIGHTINGS;
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
    if (this.#kept.length >= this.#limit) this.#letGo(telling());
  }

  /** Lets go what stands between the first of an attribute at a stage and the last. */
  #letGo(telling: ReadonlySet<CapturedEvent>): void {
    const before = this.#kept;
    const places = before.map(placeOf);
    const left = new Map<string, number>();
    for (const place of places) left.set(place, (left.get(place) ?? 0) + 1);
    const passed = new Map<string, number>();
    // A new list: whoever was given the old one still has it as it was.
    this.#kept = before.filter((sighting, at) => {
      const place = places[at] ?? '';
      const index = passed.get(place) ?? 0;
      passed.set(place, index + 1);
      const count = left.get(place) ?? 0;
      return index < MOST_SIGHTINGS || index >= count - MOST_SIGHTINGS || telling.has(sighting.event);
    });
    this.#passedOver += before.length - this.#kept.length;
    // It takes as long as there are many: then it is done as much more seldom.
    this.#limit = Math.max(3 * MOST_SIGHTINGS, Math.ceil(this.#kept.length * 1.5));
  }
}

/** Names what a check may tell apart: which attribute, at which stage, in what way. */
const placeOf = (sighting: Sighting): string => {
  const { key, namespace, stage, role, carrier, doubleEncoded, repair } = sighting;
  return `${stage} ${role} ${carrier} ${doubleEncoded} ${repair} ${attributeName(namespace, key)}`;
};

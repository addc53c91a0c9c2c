/**
 * The first items of an array that only grows: a list that never changes, though one that continues it may share its
 * memory. To add to the newest costs what is added, however long it is.
 */
export class Prefix<T> implements Iterable<T> {
  readonly length: number;
  readonly #items: readonly T[];
  /** The same array where it is the list's own, which others may be added to. */
  readonly #own: T[] | null;

  private constructor(items: readonly T[], own: T[] | null, length: number) {
    this.length = length;
    this.#items = items;
    this.#own = own;
  }

  /** An array as it is now. Whoever has the array may add to its end, and do nothing else to it. */
  static of<T>(items: readonly T[]): Prefix<T> {
    return new Prefix(items, null, items.length);
  }

  at(index: number): T | undefined {
    return index < this.length ? this.#items[index] : undefined;
  }

  slice(start: number, end: number = this.length): readonly T[] {
    return this.#items.slice(start, Math.min(end, this.length));
  }

  /** The list as it was when it had so many items. */
  first(length: number): Prefix<T> {
    return length >= this.length ? this : new Prefix(this.#items, this.#own, length);
  }

  /** This list and more: in the same memory where nothing was added to it yet, else in a copy. */
  with(added: readonly T[]): Prefix<T> {
    if (added.length === 0) return this;
    const items = this.#own?.length === this.length ? this.#own : this.#items.slice(0, this.length);
    for (const item of added) items.push(item);
    return new Prefix(items, items, items.length);
  }

  *[Symbol.iterator](): Generator<T> {
    let at = 0;
    for (const item of this.#items) {
      if (at++ >= this.length) return;
      yield item;
    }
  }
}

/** Something for each of the calls, sockets or requests of a tab, which every document numbers for itself. */
export class PerDocument<T> {
  #documents = new Map<string, Map<number, T>>();
  /** The document that was asked about last: nearly always, the next question is about the same. */
  #document: string | null = null;
  #numbered: Map<number, T> | undefined;

  get(document: string, number: number): T | undefined {
    return this.#of(document)?.get(number);
  }

  set(document: string, number: number, value: T): void {
    const numbered = this.#of(document) ?? new Map<number, T>();
    numbered.set(number, value);
    this.#documents.set(document, numbered);
    this.#numbered = numbered;
  }

  delete(document: string, number: number): void {
    this.#of(document)?.delete(number);
  }

  #of(document: string): Map<number, T> | undefined {
    if (this.#document !== document) {
      this.#document = document;
      this.#numbered = this.#documents.get(document);
    }
    return this.#numbered;
  }
}

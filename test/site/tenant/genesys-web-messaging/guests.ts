import type { TextAttributes } from './attributes.ts';

/** The conversation of one guest, which his token names for as long as he keeps it. */
export interface Guest {
  attributes: TextAttributes;
  /** How many of his messages came, refused ones too. */
  messages: number;
}

/** The guests that this tenant knows. */
export class Guests {
  readonly #byToken = new Map<string, Guest>();

  find(token: string): Guest | undefined {
    return this.#byToken.get(token);
  }

  /** Begins a conversation under this token, in place of one that may be there. */
  begin(token: string): Guest {
    const guest: Guest = { attributes: {}, messages: 0 };
    this.#byToken.set(token, guest);
    return guest;
  }

  forget(token: string): void {
    this.#byToken.delete(token);
  }
}

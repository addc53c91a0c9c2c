/** What a scenario finds when it is played, whatever protocol it speaks. Types only. */

import type { Tell } from './types.ts';

/** What the backend has stored of one conversation. */
export interface Stored {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** One loading of the page. */
export interface Visit {
  readonly tell: Tell;
  /** Where the page and everything of its vendor is. */
  readonly origin: string;
  /** What is kept here is still there after a reload. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Whether this scenario has loaded the page anew already. */
  readonly again: boolean;
  /** Loads the page anew. Nothing after it is run. */
  reload(): Promise<never>;
  /** Loads a document of the vendor into a frame of another origin; resolves with the way to talk to it. */
  openFrame(path: string, title: string): Promise<MessagePort>;
}

/** Plays one scenario to its end, and resolves with what was stored. */
export type Play = (visit: Visit) => Promise<readonly Stored[]>;

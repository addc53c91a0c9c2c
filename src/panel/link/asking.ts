/** How long to wait before it is considered whether to ask. */
export const PAUSE_MS = 2_500;
/** The longest pause while there is nothing new: for so long, a socket that a worker opens later may not be seen. */
const LONGEST_PAUSE_MS = 10_000;
/** Of the panel's time, at most one part in this many goes into asking. */
const SHARE = 20;
/** So many events in one pause are a stream. */
export const STREAM = 500;
/** A page rests when it has not streamed for so many pauses: on a busy machine nothing may arrive for one of them. */
const REST = 2;
/**
 * Reading an answer with some 20,000 frames keeps the panel busy for longer than it may be, and while a page streams what
 * is known is a fraction of what the answer holds.
 */
export const LARGE = 2_500;

/** What is known when it may be asked. */
export interface Known {
  /** Milliseconds, of any clock. */
  readonly now: number;
  /** Everything with which something may have come up: documents, blind spots, conversations. */
  readonly reasons: string;
  /** How many are known to have happened, also those that were lost or cleared away. */
  readonly events: number;
}

/** What became of asking. */
export interface Answered {
  readonly since: number;
  readonly now: number;
  readonly reasons: string;
  /** Whether to ask again soon, though nothing came up. */
  readonly soon: boolean;
}

export interface AskingOptions {
  /**
   * The answer holds all that the page sent and received: a page that streams is left in peace, unless it tells of something
   * new while that answer is still small.
   */
  readonly sparesStreams: boolean;
}

/** Decides when to ask. */
export interface Asking {
  /** Called once a pause. */
  isDue(known: Known): boolean;
  answered(answered: Answered): void;
}

/** Asks ever more seldom while there is nothing new, and soon again when another document, a blind spot or a conversation came up. */
export function createAsking({ sparesStreams }: AskingOptions): Asking {
  let asked = '';
  let pause = PAUSE_MS;
  let allowed = 0;
  let due = 0;
  let events = 0;
  let quiet = REST;
  let again = false;
  return {
    isDue(known) {
      const news = again || known.reasons !== asked;
      quiet = known.events - events > STREAM ? 0 : quiet + 1;
      events = known.events;
      if (sparesStreams && quiet < REST && (!news || known.events > LARGE)) return false;
      return known.now >= (known.reasons === asked ? due : allowed);
    },
    answered({ since, now, reasons, soon }) {
      const news = soon || reasons !== asked;
      pause = news ? PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      again = soon;
      asked = reasons;
      allowed = now + (now - since) * SHARE;
      due = Math.max(allowed, now + pause);
    },
  };
}

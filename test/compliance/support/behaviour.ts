/** What a behaviour finds in the page. */
export interface Env {
  /** A page of its own, empty. */
  readonly origin: string;
  /** An echo, that takes the sub-protocols `a` and `b`. */
  readonly socket: string;
  /** Answers what was sent to it, as JSON. One of the URLs that a dialect names. */
  readonly api: string;
  /** The same, at a URL that none names. */
  readonly other: string;
  /** Ends the connection without an answer. One of the URLs that a dialect names. */
  readonly broken: string;
}

/**
 * Something that a page can find out about its platform. It runs in a fresh page, with the extension and without it;
 * what it returns (JSON, or `undefined`) must be the same.
 */
export interface Behaviour {
  readonly name: string;
  /** Runs in the page: it can use nothing from around it. */
  readonly run: (env: Env) => unknown;
}

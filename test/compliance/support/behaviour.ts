/** What a behaviour finds in the page. */
export interface Env {
  /** A page of its own, empty. */
  readonly origin: string;
  /** An echo, that takes the sub-protocols `a` and `b`; with `?length` it answers how many bytes it got. */
  readonly socket: string;
  /** Answers what was sent to it, as JSON. One of the URLs that a dialect names. */
  readonly api: string;
  /** The same, at a URL that none names. */
  readonly other: string;
  /** Ends the connection without an answer. One of the URLs that a dialect names. */
  readonly broken: string;
  /** The same as `api`, of another origin that allows nobody to read it. */
  readonly foreign: string;
  /** Sends a line of JSON now and again, without an end. One of the URLs that a dialect names. */
  readonly endless: string;
  /** Leads to `api`. One of the URLs that a dialect names. */
  readonly redirect: string;
  /** Sends the beginning of an answer, and the rest a moment later. One of the URLs that a dialect names. */
  readonly slow: string;
}

/**
 * Something that a page can find out about its platform. It runs in a fresh page, with the extension and without it;
 * what it returns (JSON, or `undefined`) must be the same.
 */
export interface Behaviour {
  readonly name: string;
  /** Where it runs; by default an empty page. `/strict` has a policy that forbids nearly everything. */
  readonly path?: string;
  /** Runs in the page before any other script, that of the extension included. */
  readonly before?: () => void;
  /** Runs in the page: it can use nothing from around it. */
  readonly run: (env: Env) => unknown;
}

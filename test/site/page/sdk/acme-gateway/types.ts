/** Shapes of the wrapper that a customer has built for a gateway of his own. Types only. */

import type { AcmeSession } from './acme-session.js';

/** What a page knows, by namespace and name. */
export type Context = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface OpenOptions {
  /** The wrapper's own name for who visits. */
  readonly visitor: string;
  readonly context?: Context;
}

/** The wrapper as `window.acmeChat`. */
export interface AcmeChat {
  /** Gives one field of the namespace `crm`. */
  setField(name: string, value: unknown): void;
  open(options: OpenOptions): Promise<AcmeSession>;
}

/** What the wrapper makes of the fields that a page gave. */
export interface Habit {
  /** Those that go with the frame that says hello. */
  hello(context: Context): Context;
  /** Those that go in a frame of their own, once the session has started. */
  later(context: Context): Context;
}

/** What the gateway answers to the creating request. */
export interface Created {
  readonly session: { readonly id: number };
  readonly socket: string;
}

/** The frames that the gateway sends. */
export type Received =
  | { readonly kind: 'ack'; readonly number: number }
  | { readonly kind: 'error'; readonly number: number; readonly problem: { readonly text: string } }
  | {
      readonly kind: 'session.started';
      readonly session: { readonly id: number; readonly token: string };
      readonly taken: Context;
    }
  | { readonly kind: 'said'; readonly text: string };

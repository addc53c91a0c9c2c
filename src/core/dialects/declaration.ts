import type { Stage } from '../trace/trace.ts';

/**
 * A dialect told by data: what a mapping file says of a wrapper or a gateway of the user's own, with the id that the
 * file gives in `dialect`. What is left out, the protocol does not have, or it is not known.
 */
export interface DialectDeclaration {
  /** What people call it; the id unless told. */
  readonly label?: string;
  /** At least one. */
  readonly namespaces: readonly string[];
  readonly globals?: readonly DeclaredGlobal[];
  /** Options that are the widget's own identifier. */
  readonly identityFields?: readonly string[];
  /** Addresses as `pattern.ts` reads them. */
  readonly urls?: Readonly<Partial<Record<DeclaredUrl, readonly string[]>>>;
  /** Where attributes ride, as templates; without `{namespace}`, one is of the first namespace. */
  readonly paths: Readonly<Partial<Record<Stage, readonly string[]>>>;
  /** The frame that shows what the backend took over: the text at a path. */
  readonly startEvent?: { readonly path: string; readonly equals: string };
  /** Where an answer holds the session token. */
  readonly token?: readonly string[];
  /** Where a message holds the backend's id of the conversation. */
  readonly conversationId?: readonly string[];
  /** Where a frame holds the number by which an answer names its question. */
  readonly ack?: readonly string[];
  /** Where an answer holds an error's text. */
  readonly error?: readonly string[];
  /** How the backend's own language names an attribute: `attributes:{namespace}:{key}`. */
  readonly target?: string;
}

/** A global to observe. */
export interface DeclaredGlobal {
  /** A property of `window`. */
  readonly name: string;
  /** Methods that start a chat, their first argument being its options. */
  readonly starts?: readonly string[];
  /** Methods that give attributes: one as `(key, value)`, or several as an object. */
  readonly sets?: readonly string[];
}

/**
 * What is at an address. `create`: the request, other than a GET, that creates the session. `readBack`: the request that
 * reads a conversation back. `other`: any other request of the chat.
 */
export type DeclaredUrl = 'socket' | 'create' | 'readBack' | 'other';

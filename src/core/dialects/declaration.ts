import type { Stage } from '../trace/trace.ts';
import type { ObservedGlobal } from './observed.ts';

/**
 * A dialect told by data: what a mapping file says of a wrapper or a gateway of the user's own. Patterns are regular
 * expressions searched in the absolute URL; paths are templates as `template.ts` reads them.
 */
export interface DialectDeclaration {
  readonly id: string;
  readonly label: string;
  readonly namespaces: readonly string[];
  /** Globals to observe, and which of their methods start a chat. */
  readonly globals: readonly (ObservedGlobal & { readonly starts: readonly string[] })[];
  /** Options that are the widget's own identifier. */
  readonly identityFields: readonly string[];
  readonly urls: {
    readonly socket: readonly string[];
    /** Of the request that creates the session. */
    readonly create: readonly string[];
    /** Of the request that reads a conversation back. */
    readonly readBack: readonly string[];
    /** Of any other request of the chat. */
    readonly other: readonly string[];
  };
  /** Where attributes ride at each stage. A template without `{namespace}` is of the first namespace. */
  readonly paths: Readonly<Record<Stage, readonly string[]>>;
  /** The frame that shows what the backend took over: the text at a path. */
  readonly startEvent: { readonly path: string; readonly equals: string } | null;
  /** Where an answer holds the session token. */
  readonly token: readonly string[];
  /** Where a message holds the backend's id of the conversation. */
  readonly conversationId: readonly string[];
  /** Where a frame holds the number by which an answer names its question. */
  readonly exchange: readonly string[];
  /** Where an answer holds an error's text. */
  readonly error: readonly string[];
}

import type { Snapshot } from './snapshot.ts';

/** What a frame or a body held, as far as it was kept. `size` is UTF-16 code units for text, bytes for binary. */
export type Body =
  | { readonly type: 'none' }
  | { readonly type: 'text'; readonly text: string; readonly size: number; readonly cut?: true }
  | { readonly type: 'binary'; readonly base64: string; readonly size: number; readonly cut?: true }
  /** A body that was not read: a stream, a form, a document. `what` names its class. */
  | { readonly type: 'opaque'; readonly what: string; readonly size?: number };

interface Observed {
  /** Number of the event within its document, from 0, given by the relay. */
  readonly seq: number;
  /** Milliseconds since the Unix epoch, with fractions; the page's own clock. */
  readonly time: number;
}

/** A call of a named SDK global, of one of its methods, or of its constructor (`method: 'constructor'`). */
export interface CallEvent extends Observed {
  readonly kind: 'call';
  /** Number of the call within its document. */
  readonly call: number;
  /** The global, as the page names it: `cxoneChat`. */
  readonly api: string;
  /** `startChat`, `constructor`, or `''` when the global itself was called. */
  readonly method: string;
  /** Number of the object that was constructed or called upon, when the global is a class. */
  readonly instance?: number;
  readonly args: readonly Snapshot[];
  /** Read from the queue of a stub: it was made before the SDK was there. */
  readonly queued?: true;
}

export interface ReturnEvent extends Observed {
  readonly kind: 'return';
  readonly call: number;
  readonly outcome: 'returned' | 'threw';
  readonly value: Snapshot;
}

export interface SocketEvent extends Observed {
  readonly kind: 'socket';
  /** Number of the socket within its document. */
  readonly socket: number;
  readonly phase: 'connecting' | 'open' | 'error' | 'closed';
  readonly url: string;
  readonly protocols?: readonly string[];
  readonly code?: number;
  readonly reason?: string;
  /** The call within which it was constructed, when that was still on the stack. */
  readonly cause?: number;
}

export interface FrameEvent extends Observed {
  readonly kind: 'frame';
  readonly socket: number;
  readonly direction: 'out' | 'in';
  readonly body: Body;
}

export interface RequestEvent extends Observed {
  readonly kind: 'request';
  /** Number of the request within its document. */
  readonly request: number;
  readonly via: 'fetch' | 'xhr' | 'beacon';
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Body;
  readonly cause?: number;
}

export interface ResponseEvent extends Observed {
  readonly kind: 'response';
  readonly request: number;
  /** 0 when the request failed before an answer came. */
  readonly status: number;
  readonly body: Body;
}

/** What the tool itself has to say: a blind spot, a loss, a tap that failed. See `notices.ts` for the codes. */
export interface NoticeEvent extends Observed {
  readonly kind: 'notice';
  readonly code: NoticeCode;
  /** What it is about: a global, a URL, a message. */
  readonly detail: string;
  readonly count?: number;
}

/** One observed fact, of one document. */
export type DocumentEvent =
  | CallEvent
  | ReturnEvent
  | SocketEvent
  | FrameEvent
  | RequestEvent
  | ResponseEvent
  | NoticeEvent;

type WithoutSeq<E> = E extends DocumentEvent ? Omit<E, 'seq'> : never;

/** An event as a tap makes it: the relay numbers it. */
export type TappedEvent = WithoutSeq<DocumentEvent>;

/** The document that events come from. */
export interface DocumentInfo {
  /** Made by the relay; one for each document, also across a back/forward restore. */
  readonly id: string;
  readonly url: string;
  /** Whether it is the tab's top document. */
  readonly top: boolean;
  /** No document at all: what DevTools itself knows of the tab, such as one socket that no hook saw. */
  readonly wire?: true;
}

/** One observed fact, and the document it was observed in. */
export type CapturedEvent = DocumentEvent & { readonly document: string };

export const NOTICE_CODES = [
  /**
   * `count` events could not be observed, since a tap failed, or not be handed over; the page's own calls went through. What
   * fell out of the relay's ring, its messages tell.
   */
  'lost',
  /** An SDK object is frozen: its methods cannot be observed. */
  'frozen',
  /** An SDK's global that a script declares with `let`, `const` or `class` is no property of `window`. */
  'not-on-window',
  /** A document in which the content scripts do not run. */
  'unhooked',
  /** The page put something of its own in the place of a hook, which may pass on what it gets or not. */
  'replaced',
  /** A worker was started: a socket inside it cannot be hooked. */
  'worker',
  /** A frame or a body was larger than is kept. */
  'cut',
  /** A socket that the network saw and no hook did: in a worker, or in a frame that could not be hooked. */
  'wire-only',
  /** The same, in a browser that does not tell of its frames. */
  'wire-url',
  /** An event from the page was not in the form that it must have, and was left out. */
  'malformed',
] as const;

export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Shapes of our own guest API client and Messenger, which behave as the vendor's are documented to. Types only. */

export interface GuestOptions {
  /** Where the guest API is: `ws://localhost:8080`. */
  readonly api: string;
  readonly deploymentId: string;
  readonly application: string;
  /** Names the session; one that is known to the backend goes on. */
  readonly token: string;
}

/** Where a client puts custom attributes: inside the message, or beside it as older clients do. */
export type Place = 'message' | 'channel';

/** What the guest API sends, as far as a client reads it. */
export interface Received {
  readonly type: 'response' | 'message';
  readonly class: string;
  readonly code: number;
  readonly body: Body | string;
  readonly tracingId?: string;
}

export interface Body {
  readonly direction?: 'Inbound' | 'Outbound';
  readonly text?: string;
  readonly errorMessage?: string;
}

/** `Genesys(kind, name, …)`: a stub with a queue until the bootstrap script has replaced it. */
export interface GenesysFunction {
  (...args: readonly unknown[]): void;
  q?: (readonly unknown[])[];
  /** When the page was loaded. */
  t?: number;
  c?: { readonly environment: string; readonly deploymentId: string };
}

export type Attributes = Readonly<Record<string, unknown>>;

/** From the page to the Messenger's frame. */
export type ToMessenger =
  | { readonly type: 'open'; readonly deploymentId: string; readonly token: string }
  | { readonly type: 'say'; readonly text: string; readonly attributes?: Attributes | undefined }
  | { readonly type: 'close' };

/** From the Messenger's frame to the page: the end of what it was told to do. */
export type FromMessenger =
  | { readonly ok: true; readonly reply: string }
  | { readonly ok: false; readonly code: number; readonly message: string };

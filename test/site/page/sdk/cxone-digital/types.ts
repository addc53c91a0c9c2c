/** Shapes of our own SDK for CXone Digital, which behaves as the vendor's is documented to. Types only. */

import type { Thread } from './thread.js';

/** Where a brand's services are. */
export interface Environment {
  readonly chat: string;
  readonly gateway: string;
}

export interface ChatSdkOptions {
  readonly brandId: number;
  readonly channelId: string;
  readonly customEnvironment: Environment;
  /** Absent in a secured session, where the token names the visitor. */
  readonly customerId?: string;
  readonly transactionToken?: string;
}

export interface Identity {
  readonly idOnExternalPlatform?: string;
}

export interface CustomField {
  readonly ident: string;
  /** A string, says the protocol; the SDK does not look. */
  readonly value: unknown;
}

/** What the gateway sends, as far as the SDK reads it. */
export interface Received {
  readonly eventId?: string;
  readonly eventType?: string;
  readonly error?: { readonly errorCode: string; readonly errorMessage?: string };
  readonly postback?: { readonly eventType: string; readonly data: PostbackData };
  readonly data?: PushData;
}

export interface PostbackData {
  readonly consumerIdentity?: Identity;
  readonly contact?: { readonly status?: string };
}

export interface PushData {
  readonly case?: { readonly threadIdOnExternalPlatform: string; readonly status: string };
  readonly message?: { readonly messageContent: { readonly payload: { readonly text: string } } };
  readonly s3Object?: { readonly url: string };
}

export interface ChannelInfo {
  readonly preContactForm: { readonly name: string } | null;
}

/** `cxone(module, command, …)`: a stub with a queue until the loader has replaced it. */
export interface CxoneFunction {
  (...args: readonly unknown[]): void;
  q?: (readonly unknown[])[];
  /** The address of the loader. */
  u?: string;
}

/** The hosted widget, as its visitor meets it. */
export interface Visitor {
  readonly thread: Thread;
  /** Sends a message; resolves with the agent's reply, and rejects when the gateway refuses it. */
  say(text: string): Promise<string>;
  /** Fills in the survey and sends the first message with it; the answers go instead of what the page has set, or beside it. */
  submitSurvey(answers: readonly CustomField[], text: string, how?: 'instead' | 'beside'): Promise<string>;
  /** Ends the contact; resolves once the gateway has closed it. */
  end(): Promise<void>;
}

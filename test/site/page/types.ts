/** Shapes of the demo page's own scripts, which are plain JavaScript with JSDoc and import these types only. */

import type { ClientFrame, Session, TenantFrame } from '../protocol.ts';
import type { AcmeChat } from './sdk/acme-gateway/types.ts';
import type { CxoneFunction } from './sdk/cxone-digital/types.ts';
import type { GenesysFunction } from './sdk/genesys/types.ts';

export type { ClientFrame, ReadBack, Session, TenantFrame } from '../protocol.ts';
export type { Scenario } from '../scenarios.ts';

/** Who did what a line of the chat's log tells. */
type Speaker = 'page' | 'wrapper' | 'SDK' | 'widget' | 'tenant' | 'visitor' | 'agent';

/** Writes a line into the chat's log; `code` is shown as code below it. */
export type Tell = (speaker: Speaker, text: string, code?: string) => void;

export interface Deployment {
  readonly organizationId: string;
  readonly deploymentId: string;
}

/** What a page may give to `startChat`. The SDK does not look at the rest. */
export interface ChatOptions {
  readonly customerId?: string | undefined;
  readonly customer_id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly attributes?: unknown;
}

/** What `startChat` promises: a conversation that has started. */
export interface Chat {
  readonly session: Session;
  /** Sends a message of the visitor; resolves with the agent's reply. */
  ask(text: string): Promise<string>;
  /** Resolves with the next frame of this type. */
  next<T extends TenantFrame['type']>(type: T): Promise<Extract<TenantFrame, { type: T }>>;
  send(frame: ClientFrame): void;
  end(): void;
}

/** How an SDK opens a conversation. The plain one does what its documentation says; others depart from it. */
export interface Recipe {
  /** The part of the options that goes into the request which creates the session. */
  request(options: ChatOptions): ChatOptions;
  /** The address of the socket. */
  streamUrl(uri: string, options: ChatOptions): string;
  /** Attributes that are sent in a frame of their own, after the session token. */
  lateAttributes(options: ChatOptions): unknown;
}

/** The SDK as `window.cxoneChat`. */
export interface CxoneChat {
  readonly version: string;
  startChat(options: ChatOptions): Promise<Chat>;
  setAttributes(attributes: unknown): void;
  endChat(): void;
}

/** The SDK as a class. */
interface Messenger {
  startChat(options: ChatOptions): Promise<Chat>;
  setAttributes(attributes: unknown): void;
  endChat(): void;
}

/** The globals that a chat page has. */
export interface ChatGlobals {
  /** The SDK, somebody's wrapper, or a stub that promises nothing. */
  cxoneChat?: { startChat(options: ChatOptions): Promise<Chat> | undefined };
  GenesysCloudWebMessaging?: new (deployment: Deployment) => Messenger;
  cxone?: CxoneFunction;
  Genesys?: GenesysFunction;
  acmeChat?: AcmeChat;
}

/** Starts chats in the demo's own protocol, and resolves with them once they have started. */
export type StartChats = (tell: Tell) => Promise<readonly Chat[]>;

/** From the page to the widget's frame. */
export type ToWidget =
  | { readonly type: 'widget:start'; readonly options: ChatOptions }
  | { readonly type: 'widget:send'; readonly frame: ClientFrame }
  | { readonly type: 'widget:end' };

/** From the widget's frame to the page. */
export type FromWidget =
  | {
      readonly type: 'widget:tell';
      readonly speaker: Speaker;
      readonly text: string;
      readonly code?: string | undefined;
    }
  | { readonly type: 'widget:started'; readonly session: Session }
  | { readonly type: 'widget:frame'; readonly frame: TenantFrame }
  | { readonly type: 'widget:failed'; readonly message: string };

/** What the views show. */
export interface Mapping {
  readonly name: string;
  readonly dialect: string;
  readonly attributes: readonly {
    readonly key: string;
    readonly namespace: string;
    readonly label?: string;
    readonly mapped?: boolean;
    readonly target?: string;
  }[];
}

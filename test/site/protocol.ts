/**
 * What travels between the demo page and the demo tenant. Types only, shared by both sides; what arrives at the
 * tenant is still unknown until it was looked at.
 */

export const WEBCHAT_PATH = '/api/v2/conversations/webchat';
export const STREAM_PROTOCOL = 'webchat.v1';

/** Stored attributes of one conversation, by key, with the values as they were given. */
export type CustomAttributes = Readonly<Record<string, unknown>>;

/** Answer to `POST /api/v2/conversations/webchat`. From here on the session token is issued, and attributes come too late. */
export interface Session {
  readonly conversationId: string;
  readonly participantId: string;
  readonly token: string;
  readonly eventStreamUri: string;
}

/** Answer to `GET /api/v2/conversations/webchat/{id}`. */
export interface ReadBack {
  readonly id: string;
  readonly custom_attributes: CustomAttributes;
  readonly routing_data: RoutingData;
}

export interface RoutingData {
  readonly queue: { readonly id: string; readonly name: string };
  readonly priority: number;
  readonly language: string;
  readonly skills: readonly string[];
}

/** Body of every answer that is an error: what failed, why, and what to do. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly action: string;
}

interface MessageFrame {
  readonly type: 'message';
  readonly conversationId: string;
  readonly text: string;
}

interface HeartbeatFrame {
  readonly type: 'heartbeat';
}

/** Frames that the SDK sends. */
export type ClientFrame =
  | {
      readonly type: 'conversation:join';
      readonly conversationId: string;
      readonly participantId: string;
      readonly attributes?: unknown;
    }
  | {
      readonly type: 'conversation:attributes';
      readonly conversationId: string;
      readonly attributes: unknown;
    }
  | MessageFrame
  | HeartbeatFrame;

/** Frames that the tenant sends. */
export type TenantFrame =
  | {
      readonly type: 'conversation:start';
      readonly conversation: { readonly id: string };
      readonly participant: { readonly id: string };
      readonly attributes: { readonly custom: CustomAttributes };
    }
  | {
      readonly type: 'conversation:update';
      readonly conversation: { readonly id: string };
      readonly attributes: { readonly custom: CustomAttributes };
    }
  | { readonly type: 'message:received'; readonly conversationId: string; readonly messageId: string }
  | { readonly type: 'error'; readonly code: string; readonly message: string }
  | MessageFrame
  | HeartbeatFrame;

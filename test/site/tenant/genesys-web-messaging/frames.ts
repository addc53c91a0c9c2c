import { randomUUID } from 'node:crypto';
import { MAX_CUSTOM_DATA_BYTES, type TextAttributes } from './attributes.ts';

/** The frames that the guest API sends. */

/** The question that a frame answers, where the client gave it a number. */
export interface Traced {
  readonly tracingId?: string;
}

const response = (name: string, code: number, body: unknown, traced: Traced = {}): object => ({
  type: 'response',
  class: name,
  code,
  body,
  ...traced,
});

const message = (name: string, body: object, traced: Traced = {}): object => ({
  type: 'message',
  class: name,
  code: 200,
  body,
  ...traced,
});

/** The session is there. `newSession` is false where the token was known before. */
export const sessionResponse = (newSession: boolean, traced: Traced): object =>
  response(
    'SessionResponse',
    200,
    {
      connected: true,
      newSession,
      readOnly: false,
      maxCustomDataBytes: MAX_CUSTOM_DATA_BYTES,
      allowedMedia: { inbound: { fileTypes: [{ type: 'image/png' }], maxFileSizeKB: 10_240 } },
      blockedExtensions: ['.ade'],
      clearedExistingSession: false,
    },
    traced,
  );

/** An error that is a number and a sentence. It names no question. */
export const sessionError = (code: number, sentence: string): object => response('string', code, sentence);

export const tooLarge = (): object =>
  sessionError(4013, `Custom Attributes in channel metadata is larger than ${MAX_CUSTOM_DATA_BYTES} bytes`);

export const tooFast = (traced: Traced): object =>
  response(
    'TooManyRequestsErrorMessage',
    429,
    { retryAfter: 3, errorCode: 4029, errorMessage: 'Message rate too high for this session' },
    traced,
  );

/** A message of the visitor, as the backend took it; `attributes` only where this deployment repeats them. */
export const inbound = (
  content: object,
  messageId: unknown,
  attributes: TextAttributes | undefined,
  traced: Traced,
): object =>
  message(
    'StructuredMessage',
    {
      id: randomUUID(),
      ...content,
      direction: 'Inbound',
      channel: {
        time: new Date().toISOString(),
        ...(messageId !== undefined && { messageId }),
        ...(attributes && { metadata: { customAttributes: attributes } }),
      },
    },
    traced,
  );

/** A message of the agent. */
export const outbound = (text: string): object =>
  message('StructuredMessage', {
    id: randomUUID(),
    direction: 'Outbound',
    channel: { time: new Date().toISOString(), type: 'Private' },
    type: 'Structured',
    text,
    content: [
      { contentType: 'QuickReply', quickReply: { text: 'Track it', payload: 'track', action: 'Message' } },
    ],
    originatingEntity: 'Bot',
  });

/** The answer to the client's own heartbeat. */
export const pong = (traced: Traced): object =>
  message(
    'StructuredMessage',
    {
      id: 'echo_id',
      type: 'Text',
      text: 'ping',
      direction: 'Inbound',
      channel: { time: new Date().toISOString() },
    },
    traced,
  );

export const connectionClosed = (): object => message('ConnectionClosedEvent', {});

import { randomUUID } from 'node:crypto';
import type { TenantFrame } from '../protocol.ts';
import { AGENT_REPLY } from './agent.ts';
import type { Conversation } from './conversation.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';

function refuse(code: string, message: string): readonly TenantFrame[] {
  return [{ type: 'error', code, message }];
}

/**
 * The tenant's end of one event stream: takes the text of the client's frames, gives frames to `send`. Attributes in
 * any frame are ignored without a word, since they come after the session token was issued.
 */
export class EventStream {
  readonly #conversation: Conversation;
  readonly #send: (frame: TenantFrame) => void;
  #leave: (() => void) | undefined;

  constructor(conversation: Conversation, send: (frame: TenantFrame) => void) {
    this.#conversation = conversation;
    this.#send = send;
  }

  /** Takes one frame of the client, and sends what it is answered with. */
  receive(text: string): void {
    for (const frame of this.#answers(text)) this.#send(frame);
  }

  /** The socket is gone. */
  close(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  #answers(text: string): readonly TenantFrame[] {
    const parsed = parseJson(text);
    if (!parsed.ok) return refuse('frame.not-json', `The frame is not JSON: ${parsed.reason}.`);
    if (!isObject(parsed.value)) return refuse('frame.not-object', 'The frame is not a JSON object.');
    switch (parsed.value.type) {
      case 'conversation:join':
        return this.#join(parsed.value);
      case 'message':
        return this.#message(parsed.value);
      case 'heartbeat':
        return [{ type: 'heartbeat' }];
      default:
        return [];
    }
  }

  #join(frame: JsonObject): readonly TenantFrame[] {
    const { id, participantId } = this.#conversation;
    if (frame.conversationId !== id || frame.participantId !== participantId) {
      return refuse('join.other-conversation', 'Join with the ids that came with the session token.');
    }
    this.#leave ??= this.#conversation.watch(this.#send);
    return [this.#conversation.startFrame()];
  }

  #message(frame: JsonObject): readonly TenantFrame[] {
    if (!this.#leave) return refuse('message.not-joined', 'Send conversation:join before a message.');
    if (typeof frame.text !== 'string') return refuse('message.no-text', 'Give the message a "text".');
    const conversationId = this.#conversation.id;
    return [
      { type: 'message:received', conversationId, messageId: randomUUID() },
      { type: 'message', conversationId, text: AGENT_REPLY },
    ];
  }
}

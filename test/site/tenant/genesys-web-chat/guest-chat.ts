import { randomBytes, randomUUID } from 'node:crypto';
import { AGENT_REPLY } from '../agent.ts';
import { isObject, type JsonObject } from '../json.ts';
import * as frames from './frames.ts';

/** One chat of the retired product. */
export class GuestChat {
  readonly id = randomUUID();
  readonly memberId = randomUUID();
  readonly agentId = randomUUID();
  readonly streamId = randomUUID();
  /** Opens the REST resources of this chat, and nothing else. */
  readonly jwt = `jwt-${randomBytes(16).toString('hex')}`;
  /** As they came in `memberInfo.customFields`; a flow reads each as `context.<key>`. */
  readonly customFields: JsonObject;
  readonly #watchers = new Set<(frame: unknown) => void>();

  constructor(memberInfo: JsonObject) {
    this.customFields = isObject(memberInfo.customFields) ? memberInfo.customFields : {};
  }

  /** Tells a watcher that the member is there, and everything that comes after. Returns the way to stop. */
  watch(watcher: (frame: unknown) => void): () => void {
    this.#watchers.add(watcher);
    watcher(frames.memberChange(this.id, this.memberId));
    return () => this.#watchers.delete(watcher);
  }

  /** Takes a message of the member. */
  say(body: string): void {
    this.#tell(frames.chatMessage(this.id, this.memberId, body));
    this.#tell(frames.typing(this.id, this.agentId));
    this.#tell(frames.chatMessage(this.id, this.agentId, AGENT_REPLY));
  }

  type(): void {
    this.#tell(frames.typing(this.id, this.memberId));
  }

  #tell(frame: object): void {
    for (const watcher of this.#watchers) watcher(frame);
  }
}

/** The chats of this tenant. */
export class GuestChats {
  readonly #chats = new Map<string, GuestChat>();

  create(memberInfo: JsonObject): GuestChat {
    const chat = new GuestChat(memberInfo);
    this.#chats.set(chat.id, chat);
    return chat;
  }

  find(id: string): GuestChat | undefined {
    return this.#chats.get(id);
  }

  findByStream(streamId: string): GuestChat | undefined {
    return [...this.#chats.values()].find((chat) => chat.streamId === streamId);
  }
}

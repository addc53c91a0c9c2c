import { randomBytes, randomUUID } from 'node:crypto';
import type { CustomAttributes, ReadBack, RoutingData, TenantFrame } from '../protocol.ts';

const ROUTING: RoutingData = {
  queue: { id: '6f1c9d04-5d5c-4c1c-9f0e-2a6f5f0a7b11', name: 'Web chat, general' },
  priority: 5,
  language: 'en-US',
  skills: ['chat'],
};

/** One chat, as the backend holds it. */
export class Conversation {
  readonly id = randomUUID();
  readonly participantId = randomUUID();
  /** The session token; it opens the event stream and lets the participant change his own metadata. */
  readonly token = `session-${randomBytes(16).toString('hex')}`;
  #custom: CustomAttributes;
  readonly #watchers = new Set<(frame: TenantFrame) => void>();

  constructor(custom: CustomAttributes) {
    this.#custom = custom;
  }

  /** The frame that announces the start, with what was stored until now. */
  startFrame(): TenantFrame {
    return {
      type: 'conversation:start',
      conversation: { id: this.id },
      participant: { id: this.participantId },
      attributes: { custom: this.#custom },
    };
  }

  /** What `GET /api/v2/conversations/webchat/{id}` answers. */
  readBack(): ReadBack {
    return { id: this.id, custom_attributes: this.#custom, routing_data: ROUTING };
  }

  /** Adds attributes to the stored ones, and tells everybody who watches. */
  update(custom: CustomAttributes): void {
    this.#custom = { ...this.#custom, ...custom };
    for (const watcher of this.#watchers) {
      watcher({
        type: 'conversation:update',
        conversation: { id: this.id },
        attributes: { custom: this.#custom },
      });
    }
  }

  /** Calls `watcher` with each frame that the backend sends of its own accord. Returns the way to stop. */
  watch(watcher: (frame: TenantFrame) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}

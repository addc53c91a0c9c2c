import { AcmeSessions } from './acme-gateway/session.ts';
import type { AdminRow } from './admin.ts';
import { mappedKeys } from './admin.ts';
import { keepCustom, keepMapped } from './attributes.ts';
import { Conversation } from './conversation.ts';
import { Brand } from './cxone-digital/brand.ts';
import { GuestChats } from './genesys-web-chat/guest-chat.ts';
import { Guests } from './genesys-web-messaging/guests.ts';
import { OAuthTokens } from './oauth.ts';

/** Runs `apply` some time later: the part of the tenant that depends on a clock. */
export type Later = (apply: () => void) => void;

/**
 * The backend of the demo, apart from HTTP and sockets. Its own protocol behaves as the forum thread tells; beside it are
 * the backends of three real products, as their SDKs know them, and a gateway that a customer might have built.
 */
export class Tenant {
  readonly oauth = new OAuthTokens();
  /** CXone Digital. */
  readonly digital: Brand;
  /** Genesys web messaging. */
  readonly guests = new Guests();
  /** Genesys web chat. */
  readonly guestChats = new GuestChats();
  /** A customer's own gateway. */
  readonly acme = new AcmeSessions();
  readonly #mapped: ReadonlySet<string>;
  readonly #later: Later;
  readonly #conversations = new Map<string, Conversation>();

  constructor(adminSettings: readonly AdminRow[], later: Later) {
    this.#mapped = mappedKeys(adminSettings);
    this.#later = later;
    this.digital = new Brand(later);
  }

  /** Creates a conversation and issues its session token: the last moment at which `attributes` are read. */
  create(attributes: unknown): Conversation {
    const conversation = new Conversation(keepCustom(attributes, this.#mapped));
    this.#conversations.set(conversation.id, conversation);
    return conversation;
  }

  find(conversationId: string): Conversation | undefined {
    return this.#conversations.get(conversationId);
  }

  /** All conversations, oldest first. */
  conversations(): readonly Conversation[] {
    return [...this.#conversations.values()];
  }

  /** Whether `token` is the session token of some conversation. */
  isSessionToken(token: string): boolean {
    return this.conversations().some((conversation) => conversation.token === token);
  }

  /** Accepts a late repair: the mapped keys of `metadata` are applied later, as it is in production. */
  repair(conversation: Conversation, metadata: unknown): void {
    const custom = keepMapped(metadata, this.#mapped);
    this.#later(() => conversation.update(custom));
  }
}

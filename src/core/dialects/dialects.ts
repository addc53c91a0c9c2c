import { cxoneDigital } from './cxone-digital.ts';
import { cxoneWebMessaging } from './cxone-web-messaging.ts';
import type { Dialect } from './dialect.ts';
import { genesysWebChat } from './genesys-web-chat.ts';
import { genesysWebMessaging } from './genesys-web-messaging.ts';

/** Every dialect, in the order in which they are asked whether an event is theirs. */
export const DIALECTS: readonly Dialect[] = [
  cxoneDigital,
  genesysWebMessaging,
  genesysWebChat,
  cxoneWebMessaging,
];

/** The dialect with an id, or `null`. */
export const dialectById = (id: string): Dialect | null =>
  DIALECTS.find((dialect) => dialect.id === id) ?? null;

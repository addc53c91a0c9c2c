import { cxoneWebMessaging } from './cxone-web-messaging.ts';
import type { Dialect } from './dialect.ts';

/** Every dialect, in the order in which they are asked whether an event is theirs. */
export const DIALECTS: readonly Dialect[] = [cxoneWebMessaging];

/** The dialect with an id, or `null`. */
export const dialectById = (id: string): Dialect | null =>
  DIALECTS.find((dialect) => dialect.id === id) ?? null;

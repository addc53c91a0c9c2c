import type { Mapping } from '../mapping/mapping.ts';
import { cxoneDigital } from './cxone-digital.ts';
import { cxoneWebMessaging } from './cxone-web-messaging.ts';
import type { DialectDeclaration } from './declaration.ts';
import { createDeclaredDialect } from './declared.ts';
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

const declared = new WeakMap<DialectDeclaration, readonly Dialect[]>();

/**
 * The dialects that events are read by: the one that a mapping declares, which its author knows best, and the built-in
 * ones. The list is the same for as long as the declaration is.
 */
export function dialectsFor(mapping: Mapping | null): readonly Dialect[] {
  if (!mapping?.declaration) return DIALECTS;
  const { dialect, declaration } = mapping;
  const known = declared.get(declaration);
  if (known?.[0]?.id === dialect) return known;
  const dialects = [createDeclaredDialect(dialect, declaration), ...DIALECTS];
  declared.set(declaration, dialects);
  return dialects;
}

/** The dialect with an id among those that a mapping gives, or `null`. */
export const dialectById = (id: string, mapping: Mapping | null): Dialect | null =>
  dialectsFor(mapping).find((dialect) => dialect.id === id) ?? null;

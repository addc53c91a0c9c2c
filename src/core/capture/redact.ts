import type { Mapping } from '../mapping/mapping.ts';
import type { CapturedEvent } from './event.ts';
import { type HidingOptions, hider } from './hide.ts';
import { decodeParameter, hideCredentials } from './patterns.ts';
import { type Rewriter, rewriteEvent, rewriteText, rewriteValue } from './rewrite.ts';
import { type IsSecretName, secretNames } from './secret-names.ts';
import type { Snapshot } from './snapshot.ts';

/** Takes secrets out of whatever leaves the panel. */
export interface Redactor {
  event(event: CapturedEvent): CapturedEvent;
  /** A value that stands under `name`. */
  value(value: Snapshot, name: string): Snapshot;
  text(text: string): string;
}

/** Where secrets are learnt from. */
export interface RedactionSource {
  readonly events: readonly CapturedEvent[];
  readonly urls: readonly string[];
}

/**
 * A redactor of credentials, and of the values of the mapping's sensitive rows. It first reads all of the source for
 * secrets and then hides each wherever it occurs: a token that one response names stands in the URL of the next socket.
 */
export function createRedactor(
  source: RedactionSource,
  mapping: Mapping | null,
  options: HidingOptions,
): Redactor {
  const isSecret = secretNames(mapping);
  const secrets = collectSecrets(source, isSecret);
  for (const { sensitive, expected } of mapping?.attributes ?? []) {
    if (sensitive && expected !== undefined && typeof expected !== 'object') secrets.add(String(expected));
  }
  secrets.delete('');
  const rewriter = hider([...secrets], isSecret, options);
  return {
    event: (event) => rewriteEvent(event, rewriter),
    value: (value, name) => rewriteValue(value, rewriter, isSecret(name)),
    text: (text) => rewriteText(text, rewriter),
  };
}

/** Reads with the same eyes that hide later: whatever is hidden in one place is known for all others. */
function collectSecrets({ events, urls }: RedactionSource, isSecret: IsSecretName): Set<string> {
  const secrets = new Set<string>();
  const add = (secret: string): string => {
    secrets.add(secret).add(decodeParameter(secret));
    return secret;
  };
  const reader: Rewriter = {
    isSecret,
    text: (text, secret) => {
      hideCredentials(text, isSecret, add);
      return secret ? add(text) : text;
    },
    number: (value, secret) => {
      if (secret) add(String(value));
      return value;
    },
  };
  for (const event of events) rewriteEvent(event, reader);
  for (const url of urls) reader.text(url, false);
  return secrets;
}

import type { Mapping } from '../mapping/mapping.ts';
import type { CapturedEvent } from './event.ts';
import { decodeParameter, hideCredentials } from './patterns.ts';
import { type Rewriter, rewriteEvent, rewriteText, rewriteValue } from './rewrite.ts';
import { type IsSecretName, secretNames } from './secret-names.ts';
import type { Snapshot } from './snapshot.ts';

/** Takes secrets out of whatever leaves the panel. */
export interface Redactor {
  event(event: CapturedEvent): CapturedEvent;
  value(value: Snapshot, name: string): Snapshot;
  text(text: string): string;
}

/** Where secrets are learnt from. */
export interface RedactionSource {
  readonly events: readonly CapturedEvent[];
  readonly urls: readonly string[];
}

/** What stands in the place of a secret: `[redacted]`, or `[redacted-3]` where secrets must stay distinct. */
export const REDACTED = '[redacted]';

/**
 * Shorter secrets are hidden in their own place only: two letters found anywhere else are not the secret, and taking
 * them out would leave nothing to read.
 */
const MIN_LENGTH = 4;

/**
 * A redactor of credentials, and of the values of the mapping's sensitive rows. It first reads all of the source for secrets
 * and then hides each wherever it occurs: a token that one response names stands in the URL of the next socket.
 * @param distinct number the secrets, so that what was equal stays equal and what differed still differs: events that
 * are joined by a token, or a value that was changed on its way, can still be told.
 */
export function createRedactor(
  source: RedactionSource,
  mapping: Mapping | null,
  distinct: boolean,
): Redactor {
  const isSecret = secretNames(mapping);
  const secrets = collectSecrets(source, isSecret);
  for (const { sensitive, expected } of mapping?.attributes ?? []) {
    if (sensitive && expected !== undefined && typeof expected !== 'object') secrets.add(String(expected));
  }
  const rewriter = hider([...secrets], isSecret, distinct);
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
    if (secret.length >= MIN_LENGTH) secrets.add(secret).add(decodeParameter(secret));
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

function hider(secrets: readonly string[], isSecret: IsSecretName, distinct: boolean): Rewriter {
  const labels = new Map<string, string>();
  for (const [i, secret] of secrets.entries()) {
    const label = distinct ? `[redacted-${i + 1}]` : REDACTED;
    for (const spelling of spellings(secret)) labels.set(spelling, labels.get(spelling) ?? label);
  }
  const anywhere = patternOf([...labels.keys()]);
  const labelOf = (secret: string): string => labels.get(secret) ?? REDACTED;
  const hide = (text: string): string => {
    const known = anywhere ? text.replace(anywhere, labelOf) : text;
    return hideCredentials(known, isSecret, (secret) => (LABEL.test(secret) ? secret : labelOf(secret)));
  };
  return {
    isSecret,
    text: (text, secret) => (secret && text !== '' ? labelOf(text) : hide(text)),
    number: (value, secret) => labels.get(String(value)) ?? (secret ? REDACTED : value),
  };
}

const LABEL = /^\[redacted(?:-\d+)?\]$/;

/** How a secret is written in a URL, in a form, and inside JSON text. */
function spellings(secret: string): readonly string[] {
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  return [secret, form, form.replaceAll('+', '%20'), encodeUri(secret), JSON.stringify(secret).slice(1, -1)];
}

/** A text with half a character in it has no spelling in a URL. */
function encodeUri(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Longest first, so that a secret that begins with another one is taken whole. */
function patternOf(texts: readonly string[]): RegExp | null {
  const longestFirst = texts.toSorted((a, b) => b.length - a.length);
  const sources = longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return sources.length === 0 ? null : new RegExp(sources.join('|'), 'g');
}

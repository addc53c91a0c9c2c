import { hideCredentials } from './patterns.ts';
import type { Rewriter } from './rewrite.ts';
import type { IsSecretName } from './secret-names.ts';

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]';

/** {@link REDACTED}, or the same with the number of the secret, where secrets must stay distinct. */
const LABEL = /^\[redacted(?:-\d+)?\]$/;

export interface HidingOptions {
  /**
   * Number the secrets, so that what was equal stays equal and what differed still differs: events that a token joins,
   * and a value that was changed on its way, can still be told.
   */
  readonly numbered: boolean;
  /**
   * Hide secrets of fewer letters than {@link SHORT} wherever they stand as a word, not in their own place only. Right
   * for sentences; in a payload, a `1` or a `no` elsewhere is something else.
   */
  readonly shortWords: boolean;
}

const SHORT = 4;

/** Texts are cut for display, and what is left of a long secret must not be left: its beginning gives it away. */
const TELLING = 32;

/** A rewriter that puts labels in the places of secrets. */
export function hider(secrets: readonly string[], isSecret: IsSecretName, options: HidingOptions): Rewriter {
  const labels = new Map<string, string>();
  for (const [i, secret] of secrets.entries()) {
    const label = options.numbered ? `[redacted-${i + 1}]` : REDACTED;
    for (const spelling of spellings(secret)) labels.set(spelling, labels.get(spelling) ?? label);
  }
  const anywhere = patternOf([...labels.keys()], options.shortWords);
  const labelOf = (secret: string): string => labels.get(secret) ?? REDACTED;
  const keepLabel = (secret: string): string => (LABEL.test(secret) ? secret : labelOf(secret));
  return {
    isSecret,
    text: (text, secret) => {
      if (secret && text !== '') return labelOf(text);
      return hideCredentials(anywhere ? text.replace(anywhere, labelOf) : text, isSecret, keepLabel);
    },
    number: (value, secret) => {
      const text = String(value);
      return secret || text.length >= SHORT ? (labels.get(text) ?? (secret ? REDACTED : value)) : value;
    },
  };
}

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

/** Finds any of the texts; longest first, so that one that begins with another is taken whole. */
function patternOf(texts: readonly string[], shortWords: boolean): RegExp | null {
  const longestFirst = texts.toSorted((a, b) => b.length - a.length);
  const whole = longestFirst.filter((text) => text.length >= SHORT).map(escapeRegExp);
  const cut = longestFirst
    .filter((text) => text.length > TELLING)
    .map((text) => `${escapeRegExp(text.slice(0, TELLING))}[^\\s"'<>&]*`);
  const short = shortWords
    ? longestFirst.filter((text) => text.length < SHORT).map((text) => `(?<!\\w)${escapeRegExp(text)}(?!\\w)`)
    : [];
  const sources = [...whole, ...cut, ...short];
  return sources.length === 0 ? null : new RegExp(sources.join('|'), 'g');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

import { hideCredentials } from './patterns.ts';
import { HEAD, replacerOf } from './replace-all.ts';
import type { Rewriter } from './rewrite.ts';
import { REDACTED, standsForSecret } from './secret-label.ts';
import type { IsSecretName } from './secret-names.ts';

export interface HidingOptions {
  /**
   * Number the secrets, so that what was equal stays equal and what differed still differs: events that a token joins,
   * and a value that was changed on its way, can still be told.
   */
  readonly numbered: boolean;
  /**
   * The texts are sentences about values: hide secrets of a few letters wherever they stand as a word, and long ones
   * also when only their beginning is shown. In a payload, a `1` or a `no` elsewhere is something else.
   */
  readonly sentences: boolean;
}

/** Enough of a long secret to give it away. */
const TELLING = 32;

/** A rewriter that puts labels in the places of secrets. */
export function hider(secrets: readonly string[], isSecret: IsSecretName, options: HidingOptions): Rewriter {
  const labels = new Map<string, string>();
  for (const [i, secret] of secrets.entries()) {
    const label = options.numbered ? `[redacted-${i + 1}]` : REDACTED;
    for (const spelling of spellings(secret)) labels.set(spelling, labels.get(spelling) ?? label);
  }
  const hideLong = replacerOf(labels, options.sentences ? TELLING : undefined);
  const hideKnown = (text: string): string =>
    options.sentences ? hideShortWords(hideLong(text), labels) : hideLong(text);
  const labelOf = (secret: string): string => labels.get(secret) ?? REDACTED;
  const keepLabel = (secret: string): string => (standsForSecret(secret) ? secret : labelOf(secret));
  return {
    isSecret,
    text: (text, secret) => {
      if (secret && text !== '') return labelOf(text);
      return hideCredentials(hideKnown(text), isSecret, keepLabel);
    },
    number: (value, secret) => {
      const text = String(value);
      if (secret) return labelOf(text);
      return text.length < HEAD ? value : (labels.get(text) ?? value);
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

/** A word, as sentences and the code in them part them. */
const WORD = /[^\s"'`()[\]{}=&?/,;]+/g;

function hideShortWords(text: string, labels: ReadonlyMap<string, string>): string {
  return text.replace(WORD, (word) => {
    const bare = word.replace(/[.:!]+$/, '');
    return bare.length < HEAD && labels.has(bare) ? `${REDACTED}${word.slice(bare.length)}` : word;
  });
}

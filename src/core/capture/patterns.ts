import type { IsSecretName } from './secret-names.ts';

/** `?token=…`, `&access_token=…`, `password=…` at the start of a form. */
const PARAMETER = /(^|[?&;#])([\w.[\]%-]{1,64})=([^&;#\s"'<>]+)/g;
const JWT = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g;
/** A digit is asked for, so that "Basic knowledge" in a message stays. */
const CREDENTIAL = /\b(Bearer|Basic)(\s+)(?=[^\s"',;]*\d)([\w.~+/=-]{8,})/g;

/** What every text has that one of the above finds something in. */
const TELLTALE = /[="]|eyJ|Bearer|Basic/;

/** Puts `hide(secret)` in the place of every credential that a text tells by its form. */
export function hideCredentials(
  text: string,
  isSecret: IsSecretName,
  hide: (secret: string) => string,
): string {
  // Most texts hold none of these, and finding that out must stay cheap: this runs on every text of a capture.
  if (!TELLTALE.test(text)) return text;
  return hideMembers(text, isSecret, hide)
    .replace(PARAMETER, (all, before: string, name: string, value: string) =>
      isSecret(decodeParameter(name)) ? `${before}${name}=${hide(value)}` : all,
    )
    .replace(JWT, hide)
    .replace(
      CREDENTIAL,
      (_, scheme: string, space: string, value: string) => `${scheme}${space}${hide(value)}`,
    );
}

/** `"token": "`, also inside JSON text, where the quotes have a backslash each. */
const MEMBER = /(\\?)"([^"\\]{1,64})\1"\s*:\s*\1"/g;

/**
 * The members of JSON text that is no whole JSON, such as a frame that was cut. Where a value ends is not left to the
 * expression: one that steps over a text letter by letter overflows its stack on a long one.
 */
function hideMembers(text: string, isSecret: IsSecretName, hide: (secret: string) => string): string {
  let hidden = '';
  let done = 0;
  for (const match of text.matchAll(MEMBER)) {
    const [all, backslash = '', name = ''] = match;
    const start = match.index + all.length;
    if (start <= done || !isSecret(name)) continue;
    const end = endOfValue(text, start, backslash.length);
    if (end === start) continue;
    hidden += text.slice(done, start) + hide(text.slice(start, end));
    done = end;
  }
  return hidden + text.slice(done);
}

/** Where the text that begins at `start` ends: before the next quote that has no more backslashes than its own had. */
function endOfValue(text: string, start: number, backslashes: number): number {
  for (let quote = text.indexOf('"', start); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (before > start && text[before - 1] === '\\') before--;
    // Backslashes in pairs are escaped themselves, and escape nothing.
    const isEscape = backslashes === 0 ? (quote - before) % 2 === 1 : quote - before > 1;
    if (!isEscape) return backslashes === 0 ? quote : before;
  }
  return text.length;
}

/** A form's or a URL's spelling of a text, undone; the text itself when it is no such spelling. */
export function decodeParameter(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

import type { IsSecretName } from './secret-names.ts';

/** `?token=…`, `&access_token=…`, `password=…` at the start of a form. */
const PARAMETER = /(^|[?&;#])([\w.[\]%-]{1,64})=([^&;#\s"'<>]+)/g;
/** `"token": "…"` in text that is no whole JSON, such as a frame that was cut; also inside JSON text, with `\"`. */
const MEMBER = /"([^"\\]{1,64})"(\s*:\s*)"((?:[^"\\]|\\.)*)/gs;
const ESCAPED_MEMBER = /\\"([^"\\]{1,64})\\"(\s*:\s*)\\"((?:[^"\\]|\\[^"])*)/gs;
const JWT = /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g;
/** A digit is asked for, so that "Basic knowledge" in a message stays. */
const CREDENTIAL = /\b(Bearer|Basic)(\s+)(?=[^\s"',;]*\d)([\w.~+/=-]{8,})/g;

/** Puts `hide(secret)` in the place of every credential that a text tells by its form. */
export function hideCredentials(
  text: string,
  isSecret: IsSecretName,
  hide: (secret: string) => string,
): string {
  const hideMember = (quote: string) => (all: string, name: string, colon: string, value: string) =>
    isSecret(name) && value !== '' ? `${quote}${name}${quote}${colon}${quote}${hide(value)}` : all;
  let hidden = text;
  if (text.includes('=')) {
    hidden = hidden.replace(PARAMETER, (all, before: string, name: string, value: string) =>
      isSecret(decodeParameter(name)) ? `${before}${name}=${hide(value)}` : all,
    );
  }
  if (text.includes('"')) {
    hidden = hidden.replace(MEMBER, hideMember('"')).replace(ESCAPED_MEMBER, hideMember('\\"'));
  }
  return hidden
    .replace(JWT, hide)
    .replace(
      CREDENTIAL,
      (_, scheme: string, space: string, value: string) => `${scheme}${space}${hide(value)}`,
    );
}

/** A form's or a URL's spelling of a text, undone; the text itself when it is no such spelling. */
export function decodeParameter(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

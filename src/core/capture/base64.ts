/** Bytes are carried as a string with one character a byte, which is what `atob` and `btoa` speak. */

/** The bytes of base64 or base64url text, or `null` when it is neither. */
export function decodeBase64(text: string): string | null {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

/** Bytes in the alphabet, and with the padding, that `like` is written in. */
export function encodeBase64(bytes: string, like: string): string {
  const base64 = btoa(bytes);
  const isUrlSafe = /[-_]/.test(like) || (like.length % 4 !== 0 && !like.endsWith('='));
  return isUrlSafe ? base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') : base64;
}

/** The text that bytes hold as UTF-8, or `null` when they do not. */
export function decodeUtf8(bytes: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    );
  } catch {
    return null;
  }
}

/** The bytes of a text in UTF-8. */
export function encodeUtf8(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

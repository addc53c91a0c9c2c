import { apply, charCodeAt, fromCharCode, list } from './natives.ts';

const { btoa } = globalThis;
/** An encoding in which every byte is one character: that with the byte in its lower half. */
const decoder = new TextDecoder('x-user-defined');
const { decode } = TextDecoder.prototype;

/** A buffer, or a view of one, as a string of one character a byte. Throws on anything else. */
export const bytesToText = (value: unknown): string => apply(decode, decoder, [value]);

/** @param bytes from {@link bytesToText}; few enough to be the arguments of one call */
export function toBase64(bytes: string): string {
  const codes = list<number>();
  for (let i = 0; i < bytes.length; i++) codes[i] = charCodeAt(bytes, i) & 0xff;
  return btoa(apply(fromCharCode, null, codes));
}

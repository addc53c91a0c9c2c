import { apply, charCodeAt, fromCharCode, list } from './natives.ts';

const { btoa } = globalThis;
/** An encoding in which every byte is one character: that with the byte in its lower half. */
const decoder = new TextDecoder('x-user-defined');
export const NativeDecoder = TextDecoder;
const { decode: nativeDecode } = TextDecoder.prototype;

/** Throws on what is neither a buffer nor a view of one. */
export const decode = (by: TextDecoder, bytes?: unknown, options?: TextDecodeOptions): string =>
  apply(nativeDecode, by, [bytes, options]);

/** A buffer, or a view of one, as a string of one character a byte. Throws on anything else. */
export const bytesToText = (value: unknown): string => decode(decoder, value);

/** @param bytes from {@link bytesToText}; few enough to be the arguments of one call */
export function toBase64(bytes: string): string {
  const codes = list<number>();
  for (let i = 0; i < bytes.length; i++) codes[i] = charCodeAt(bytes, i) & 0xff;
  return btoa(apply(fromCharCode, null, codes));
}

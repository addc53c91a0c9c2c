import { isObject } from '../json.ts';

/** Custom attributes, of which only text is stored. */
export type TextAttributes = Readonly<Record<string, string>>;

/** Most that one message may carry, keys and values together, in bytes of UTF-8. */
export const MAX_CUSTOM_DATA_BYTES = 2048;

/** The one place in a frame where attributes are read. Beside the message, where they once stood, they are not. */
export function attributesOf(message: unknown): unknown {
  const channel = isObject(message) ? message.channel : undefined;
  const metadata = isObject(channel) ? channel.metadata : undefined;
  return isObject(metadata) ? metadata.customAttributes : undefined;
}

/** What is stored of the attributes of a message. A value that is no text is left out without an error. */
export function keepText(given: unknown): TextAttributes {
  if (!isObject(given)) return {};
  const texts = Object.entries(given).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** The size that counts against {@link MAX_CUSTOM_DATA_BYTES}. */
export function sizeOf(given: unknown): number {
  if (!isObject(given)) return 0;
  const texts = Object.entries(given).map(([key, value]) => key + String(value));
  return Buffer.byteLength(texts.join(''));
}

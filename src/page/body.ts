import type { Body } from '../core/capture/event.ts';
import { bytesToText, decode, NativeDecoder, toBase64 } from './bytes.ts';
import { classNameOf } from './describe.ts';
import { attempt, indexOf, isObject, reader, settle, slice, toText, uncurry } from './natives.ts';

/** How much of a text is kept, in UTF-16 code units. */
export const MAX_FRAME_TEXT = 256 * 1024;
export const MAX_BODY_TEXT = 1024 * 1024;
/** How much of anything else is kept, in bytes. */
const MAX_BYTES = 16 * 1024;

const blobSize = reader(Blob, 'size');
const blobType = reader(Blob, 'type');
const blobSlice: (blob: object, start: number, end: number) => Blob = uncurry(Blob.prototype.slice);
const blobBuffer: (blob: object) => Promise<ArrayBuffer> = uncurry(Blob.prototype.arrayBuffer);
const paramsToString: (params: unknown) => string = uncurry(URLSearchParams.prototype.toString);

export const NO_BODY: Body = { type: 'none' };

/** A text, or its head: the relay tells by the size which of the two it is. */
export const textBody = (text: string, max: number): Body =>
  text === '' ? NO_BODY : { type: 'text', text: slice(text, 0, max), size: text.length };

/**
 * Reads what was given to `send`, `fetch` or the like, without consuming it and without running code of the page. A
 * stream is never read. Calls `done` at once, except for a Blob, which can only be read later.
 */
export function readBody(value: unknown, maxText: number, done: (body: Body) => void): void {
  const size = attempt(blobSize, value);
  if (isObject(value) && size !== undefined) readBlob(value, size, maxText, done);
  else done(bodyOf(value, maxText));
}

function bodyOf(value: unknown, maxText: number): Body {
  if (value === undefined || value === null) return NO_BODY;
  // As text, also a symbol, with which the page's own call fails.
  if (!isObject(value)) return textBody(toText(value), maxText);
  const params = attempt(paramsToString, value);
  if (params !== undefined) return textBody(params, maxText);
  const bytes = attempt(bytesToText, value);
  return bytes === undefined ? { type: 'opaque', what: classNameOf(value) } : binaryBody(bytes, bytes.length);
}

function readBlob(blob: object, size: number, maxText: number, done: (body: Body) => void): void {
  const whole = isText(blobType(blob)) && size <= maxText;
  settle(
    blobBuffer(blobSlice(blob, 0, whole ? size : MAX_BYTES)),
    (buffer) =>
      done(
        whole
          ? textBody(decode(new NativeDecoder(), buffer), maxText)
          : binaryBody(bytesToText(buffer), size),
      ),
    () => done({ type: 'opaque', what: 'Blob', size }),
  );
}

/** Whether a media type is one that people read. */
const isText = (type: string): boolean => indexOf(type, 'json') >= 0 || indexOf(type, 'text') >= 0;

/** @param bytes from `bytesToText`: the first of them, at least as many as are kept */
const binaryBody = (bytes: string, size: number): Body => ({
  type: 'binary',
  base64: toBase64(slice(bytes, 0, MAX_BYTES)),
  size,
});

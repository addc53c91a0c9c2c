import { apply, attempt, fromCharCode, list, min, reader } from './natives.ts';

const {
  ArrayBuffer: NativeArrayBuffer,
  DataView: NativeDataView,
  Uint8Array: NativeBytes,
  btoa,
} = globalThis;
const { isView } = NativeArrayBuffer;
/** Arguments of one `fromCharCode`: more could overflow the stack. */
const CHUNK = 4 * 1024;

/** The accessors of all typed arrays, which have no name of their own. */
const typedArray: Uint8Array = Object.getPrototypeOf(NativeBytes.prototype);
const arrayAccess = {
  buffer: reader(typedArray, 'buffer'),
  offset: reader(typedArray, 'byteOffset'),
  length: reader(typedArray, 'byteLength'),
};
const viewAccess = {
  buffer: reader(NativeDataView.prototype, 'buffer'),
  offset: reader(NativeDataView.prototype, 'byteOffset'),
  length: reader(NativeDataView.prototype, 'byteLength'),
};
const bufferLength = reader(NativeArrayBuffer.prototype, 'byteLength');

/** The first bytes, and the number of all bytes, of a buffer or of a view of one; `null` when it is neither. */
export function bytesOf(value: object, max: number): { head: Uint8Array; size: number } | null {
  if (isView(value)) {
    const access = attempt(arrayAccess.buffer, value) ? arrayAccess : viewAccess;
    const size = access.length(value);
    return { head: new NativeBytes(access.buffer(value), access.offset(value), min(size, max)), size };
  }
  if (!isBuffer(value)) return null;
  const size = bufferLength(value);
  return { head: new NativeBytes(value, 0, min(size, max)), size };
}

const isBuffer = (value: object): value is ArrayBuffer => attempt(bufferLength, value) !== undefined;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  const length = arrayAccess.length(bytes);
  for (let start = 0; start < length; start += CHUNK) {
    const codes = list<number>();
    for (let i = start; i < length && i < start + CHUNK; i++) codes[i - start] = bytes[i] ?? 0;
    binary += apply(fromCharCode, null, codes);
  }
  return btoa(binary);
}

import type { Snapshot } from '../capture/snapshot.ts';
import { markOf } from '../capture/walk.ts';

/** In UTF-16 code units, also of a string that the snapshot cut; `null` for what is no string. */
export function lengthOf(value: Snapshot): number | null {
  if (typeof value === 'string') return value.length;
  const mark = markOf(value);
  return mark?.$mark === 'string' ? mark.length : null;
}

/** Bytes of UTF-8 of a value's text. */
export function bytesOf(value: Snapshot): number {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

import type { Body } from './event.ts';
import { isCount, isFields, isFlag, isName, isOptional, isText } from './guards.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** A copy of an untrusted body, or `null` when it is none. */
export function parseBody(value: unknown): Body | null {
  if (!isFields(value)) return null;
  const { type, text, base64, what, size, cut } = value;
  switch (type) {
    case 'none':
      return { type };
    case 'text':
      if (!isText(text) || !isCount(size) || !isFlag(cut)) return null;
      return cut ? { type, text, size, cut } : { type, text, size };
    case 'binary':
      if (!isText(base64) || !BASE64.test(base64) || !isCount(size) || !isFlag(cut)) return null;
      return cut ? { type, base64, size, cut } : { type, base64, size };
    case 'opaque':
      if (!isName(what) || !isOptional(size, isCount)) return null;
      return size === undefined ? { type, what } : { type, what, size };
    default:
      return null;
  }
}

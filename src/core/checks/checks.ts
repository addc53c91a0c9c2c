import type { Check } from './check.ts';
import { afterStart } from './rules/after-start.ts';
import { afterToken } from './rules/after-token.ts';
import { changed } from './rules/changed.ts';
import { doubleEncoded } from './rules/double-encoded.ts';
import { empty } from './rules/empty.ts';
import { handshakeOnly } from './rules/handshake-only.ts';
import { length } from './rules/length.ts';
import { missing } from './rules/missing.ts';
import { nearMiss } from './rules/near-miss.ts';
import { neverSent } from './rules/never-sent.ts';
import { notInList } from './rules/not-in-list.ts';
import { notInStart } from './rules/not-in-start.ts';
import { notMappedInTenant } from './rules/not-mapped-in-tenant.ts';
import { nullValue } from './rules/null.ts';
import { pattern } from './rules/pattern.ts';
import { placeholder } from './rules/placeholder.ts';
import { repairedLate } from './rules/repaired-late.ts';
import { transientOnly } from './rules/transient-only.ts';
import { type } from './rules/type.ts';
import { unexpected } from './rules/unexpected.ts';
import { unmappedKey } from './rules/unmapped-key.ts';
import { wrongNamespace } from './rules/wrong-namespace.ts';

/** Every check of an attribute, causes before what they may cause. */
export const CHECKS: readonly Check[] = [
  notMappedInTenant,
  unmappedKey,
  doubleEncoded,
  nearMiss,
  wrongNamespace,
  repairedLate,
  transientOnly,
  handshakeOnly,
  neverSent,
  changed,
  nullValue,
  empty,
  placeholder,
  type,
  notInList,
  pattern,
  length,
  unexpected,
  afterToken,
  afterStart,
  notInStart,
  missing,
];

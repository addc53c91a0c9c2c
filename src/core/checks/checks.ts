import type { Check } from './check.ts';
import { afterStart } from './rules/after-start.ts';
import { afterToken } from './rules/after-token.ts';
import { changed } from './rules/changed.ts';
import { doubleEncoded } from './rules/double-encoded.ts';
import { empty } from './rules/empty.ts';
import { handshakeOnly } from './rules/handshake-only.ts';
import { intoClosed } from './rules/into-closed.ts';
import { length } from './rules/length.ts';
import { lostAfterClose } from './rules/lost-after-close.ts';
import { missing } from './rules/missing.ts';
import { nearMiss } from './rules/near-miss.ts';
import { neverSent } from './rules/never-sent.ts';
import { notAString } from './rules/not-a-string.ts';
import { notInList } from './rules/not-in-list.ts';
import { notInStart } from './rules/not-in-start.ts';
import { notMappedInTenant } from './rules/not-mapped-in-tenant.ts';
import { nullValue } from './rules/null.ts';
import { pattern } from './rules/pattern.ts';
import { placeholder } from './rules/placeholder.ts';
import { refused } from './rules/refused.ts';
import { repairedLate } from './rules/repaired-late.ts';
import { tooLarge } from './rules/too-large.ts';
import { tooLong } from './rules/too-long.ts';
import { transientOnly } from './rules/transient-only.ts';
import { type } from './rules/type.ts';
import { unexpected } from './rules/unexpected.ts';
import { unmappedKey } from './rules/unmapped-key.ts';
import { whileStarting } from './rules/while-starting.ts';
import { wrongNamespace } from './rules/wrong-namespace.ts';

/** Every check of an attribute, causes before what they may cause. */
export const CHECKS: readonly Check[] = [
  notMappedInTenant,
  unmappedKey,
  doubleEncoded,
  nearMiss,
  wrongNamespace,
  repairedLate,
  refused,
  whileStarting,
  intoClosed,
  lostAfterClose,
  transientOnly,
  handshakeOnly,
  neverSent,
  changed,
  nullValue,
  empty,
  placeholder,
  type,
  notAString,
  tooLarge,
  tooLong,
  notInList,
  pattern,
  length,
  unexpected,
  afterToken,
  afterStart,
  notInStart,
  missing,
];

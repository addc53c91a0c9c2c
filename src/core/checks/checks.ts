import type { Check, ConversationCheck } from './check.ts';
import { afterStart } from './rules/after-start.ts';
import { afterToken } from './rules/after-token.ts';
import { callThrew } from './rules/call-threw.ts';
import { changed } from './rules/changed.ts';
import { doubleEncoded } from './rules/double-encoded.ts';
import { empty } from './rules/empty.ts';
import { handshakeOnly } from './rules/handshake-only.ts';
import { identityReplaced } from './rules/identity-replaced.ts';
import { intoClosed } from './rules/into-closed.ts';
import { length } from './rules/length.ts';
import { lostAfterClose } from './rules/lost-after-close.ts';
import { lostInReload } from './rules/lost-in-reload.ts';
import { missing } from './rules/missing.ts';
import { nearMiss } from './rules/near-miss.ts';
import { neverSent } from './rules/never-sent.ts';
import { notAString } from './rules/not-a-string.ts';
import { notDefined } from './rules/not-defined.ts';
import { notInList } from './rules/not-in-list.ts';
import { notInStart } from './rules/not-in-start.ts';
import { notMappedInTenant } from './rules/not-mapped-in-tenant.ts';
import { notRecovered } from './rules/not-recovered.ts';
import { nullValue } from './rules/null.ts';
import { pattern } from './rules/pattern.ts';
import { placeholder } from './rules/placeholder.ts';
import { refused } from './rules/refused.ts';
import { removedAfterSent } from './rules/removed-after-sent.ts';
import { repairedLate } from './rules/repaired-late.ts';
import { replacedByForm } from './rules/replaced-by-form.ts';
import { securedSession } from './rules/secured-session.ts';
import { takenBack } from './rules/taken-back.ts';
import { tooLarge } from './rules/too-large.ts';
import { tooLong } from './rules/too-long.ts';
import { transientOnly } from './rules/transient-only.ts';
import { twoValues } from './rules/two-values.ts';
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
  callThrew,
  takenBack,
  whileStarting,
  intoClosed,
  lostAfterClose,
  lostInReload,
  securedSession,
  transientOnly,
  handshakeOnly,
  replacedByForm,
  neverSent,
  twoValues,
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
  notDefined,
  missing,
  removedAfterSent,
];

/** Every check of a conversation as a whole. */
export const CONVERSATION_CHECKS: readonly ConversationCheck[] = [identityReplaced, notRecovered];

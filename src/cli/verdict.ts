import { VERDICTS } from '../core/checks/finding.ts';
import type { ShownConversation } from './browser/read-trace.ts';

/** The verdict of a whole run: that of its worst conversation. `none` when no chat was started. */
export function worstVerdict(conversations: readonly ShownConversation[]): string {
  return VERDICTS.find((verdict) => conversations.some((shown) => shown.verdict === verdict)) ?? 'none';
}

/** The ids of everything that was found in a run, each once, in alphabetical order. */
export function findingIds(conversations: readonly ShownConversation[]): readonly string[] {
  const findings = conversations.flatMap((conversation) => [
    ...conversation.findings,
    ...conversation.attributes.flatMap((attribute) => attribute.findings),
  ]);
  return [...new Set(findings.map(({ id }) => id))].sort();
}

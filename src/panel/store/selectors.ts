import type { JudgedAttribute, JudgedConversation } from '../../core/checks/finding.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { PanelState } from './state.ts';

/** The conversation that is shown: the chosen one, or else the newest. */
export function shownConversation(state: PanelState): JudgedConversation | null {
  const { conversations } = state.reading;
  const chosen = conversations.find(({ conversation }) => conversation.id === state.selection.conversation);
  return chosen ?? conversations.at(-1) ?? null;
}

/** The rows of the trace: those of the conversation, or what the mapping awaits while there is none. */
export function shownAttributes(state: PanelState): readonly JudgedAttribute[] {
  return shownConversation(state)?.attributes ?? state.reading.awaited;
}

export const currentMapping = (state: PanelState): Mapping | null => state.mapping.present;

/** The attribute that is lit: the one under the pointer before the one with the focus. */
export const litAttribute = (state: PanelState): string | null =>
  state.selection.hovered ?? state.selection.attribute;

import { useEffect, useRef } from 'preact/hooks';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import { onTabKeys } from '../components/tab-keys.ts';
import { VerdictMark } from '../components/verdict-mark.tsx';
import { useActions, useStore } from '../store/context.ts';
import { shownConversation } from '../store/selectors.ts';

/** The conversations of the page, each with its verdict. */
export function ConversationStrip() {
  const { selectConversation } = useActions();
  const conversations = useStore((state) => state.reading.conversations);
  const shown = useStore(shownConversation);
  const list = useRef<HTMLDivElement>(null);
  const id = shown?.conversation.id;
  useEffect(() => {
    if (id === undefined) return;
    list.current
      ?.querySelector('[aria-selected=true]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id]);

  return (
    <div class="strip" role="tablist" aria-label="Conversations" ref={list} onKeyDown={onTabKeys}>
      {conversations.length === 0 && <span class="strip-empty">No conversation yet</span>}
      {conversations.map((judged) => (
        <Tab
          key={judged.conversation.id}
          judged={judged}
          selected={judged === shown}
          onSelect={() => selectConversation(judged.conversation.id)}
        />
      ))}
    </div>
  );
}

interface TabProps {
  readonly judged: JudgedConversation;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function Tab({ judged, selected, onSelect }: TabProps) {
  const { id, dialect, backendId, events, moments, ended } = judged.conversation;
  const start = moments.get('start-call') ?? events[0];
  return (
    <button
      type="button"
      role="tab"
      class="conversation"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      data-conversation={id}
      data-verdict={judged.verdict}
      data-dialect={dialect}
      title={[
        backendId === null ? 'No id from the backend yet' : `Conversation ${backendId}`,
        ...(ended ? ['Ended'] : []),
      ].join('\n')}
      onClick={onSelect}
    >
      <VerdictMark verdict={judged.verdict} />
      <span class="conversation-label">{judged.dialect?.label ?? dialect}</span>
      {start !== undefined && <time class="conversation-time">{clock(start.time)}</time>}
      <code class="conversation-id">{backendId === null ? id : backendId.slice(0, 8)}</code>
    </button>
  );
}

function clock(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB');
}

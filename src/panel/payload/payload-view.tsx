import { useMemo } from 'preact/hooks';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import { directionOf } from '../../core/dialects/describe.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Icon } from '../components/icon.tsx';
import { onTabKeys } from '../components/tab-keys.ts';
import { useActions, useStore } from '../store/context.ts';
import { litAttribute, shownConversation } from '../store/selectors.ts';
import { type Content, contentOf, textOf } from './content.ts';
import { evidenceOf } from './evidence.ts';
import { gapsOf } from './gaps.ts';
import { PayloadTree } from './payload-tree.tsx';
import { decisiveSource, offered, type PayloadSource, shortName, sourcesOf } from './sources.ts';

/** The payload that left, beside the mapping it should match. */
export function PayloadView() {
  const conversation = useStore(shownConversation);
  // Without a mapping there is no trace either, and the empty state stands in its place.
  const mapped = useStore((state) => state.reading.awaited.length > 0);
  return (
    <section class="pane payload-pane" aria-label="Payload">
      {conversation === null ? (
        <>
          <header class="pane-head">
            <h2>Payload</h2>
          </header>
          <div class="pane-body">
            {mapped ? (
              <EmptyState />
            ) : (
              <p class="quiet">The payload shows here as soon as the page starts a chat.</p>
            )}
          </div>
        </>
      ) : (
        <ConversationPayload judged={conversation} />
      )}
    </section>
  );
}

function ConversationPayload({ judged }: { readonly judged: JudgedConversation }) {
  const pinned = useStore((state) => state.selection.payload);
  const focused = useStore((state) => state.selection.attribute);
  const lit = useStore(litAttribute);
  const evidence = useMemo(() => evidenceOf(judged), [judged]);
  const sources = useMemo(() => sourcesOf(judged, evidence), [judged, evidence]);
  const shown = sources.find(({ id }) => id === pinned) ?? decisiveSource(judged, sources, focused);
  const inShown = (shown === null ? undefined : evidence.get(shown.event)) ?? [];
  const gaps = useMemo(
    () => (shown === null ? [] : gapsOf(judged, shown.event, inShown)),
    [judged, shown?.event],
  );
  const content: Content | null = useMemo(
    () => (shown === null ? null : contentOf(shown.event)),
    [shown?.event],
  );

  return (
    <>
      <header class="pane-head">
        <h2>Payload</h2>
        <div class="sources" role="tablist" aria-label="Which payload" onKeyDown={onTabKeys}>
          {offered(sources, shown).map((source, at) =>
            typeof source === 'number' ? (
              <span key={`gap ${at}`} role="none" class="source-gap" title={GAP_HINT}>
                {source.toLocaleString('en')} more
              </span>
            ) : (
              <SourceTab
                key={source.id}
                source={source}
                name={shortName(source, judged)}
                selected={source === shown}
                lit={(evidence.get(source.event) ?? []).some(({ attribute }) => attribute === lit)}
              />
            ),
          )}
        </div>
        {shown !== null && <CopyButton text={() => textOf(shown.event)} label="Copy payload" />}
      </header>
      <div class="pane-body">
        {shown === null || content === null ? (
          <p class="quiet">Nothing that carries attributes was seen in this conversation.</p>
        ) : (
          <PayloadTree key={shown.id} content={content} evidence={inShown} gaps={gaps} />
        )}
      </div>
    </>
  );
}

/** Of the payloads that are left out. */
const GAP_HINT = 'All of them are in the list of events.';

interface SourceTabProps {
  readonly source: PayloadSource;
  readonly name: string;
  readonly selected: boolean;
  readonly lit: boolean;
}

function SourceTab({ source, name, selected, lit }: SourceTabProps) {
  const { showPayload } = useActions();
  const direction = directionOf(source.event);
  return (
    <button
      type="button"
      role="tab"
      class="source"
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      data-payload={source.id}
      data-lit={lit}
      title={direction === 'in' ? `Came in: ${name}` : `Went out: ${name}`}
      onClick={() => showPayload(source.id)}
    >
      <Icon name={direction} />
      {name}
    </button>
  );
}

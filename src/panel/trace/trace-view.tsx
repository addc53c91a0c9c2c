import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { STAGES } from '../../core/trace/trace.ts';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { attributeId } from '../store/identity.ts';
import { currentMapping, shownAttributes, shownConversation } from '../store/selectors.ts';
import { CountFilters } from './count-filters.tsx';
import { FindingCard } from './finding-card.tsx';
import { Notes } from './notes.tsx';
import { rowsToShow } from './rows.ts';
import { TraceRow } from './trace-row.tsx';
import { useTraceKeys } from './use-trace-keys.ts';
import { STAGE_WORDS } from './words.ts';

/** So many rows are drawn at once: a page may make up hundreds of names in a moment. */
const ROWS_AT_ONCE = 50;

/** The trace: attributes as rows, stages as columns, and what the checks found. */
export function TraceView() {
  const { clearFilter } = useActions();
  const conversation = useStore(shownConversation);
  const attributes = useStore(shownAttributes);
  const mapped = useStore((state) => currentMapping(state) !== null);
  const filter = useStore((state) => state.filter);
  const focused = useStore((state) => state.selection.attribute);
  const table = useRef<HTMLDivElement>(null);
  const onKeyDown = useTraceKeys(table);
  const rows = useMemo(() => rowsToShow(attributes, filter, mapped), [attributes, filter, mapped]);
  const [drawn, setDrawn] = useState(ROWS_AT_ONCE);
  useEffect(() => {
    if (drawn >= rows.length) return;
    const timer = setTimeout(setDrawn, 0, drawn + ROWS_AT_ONCE);
    return () => clearTimeout(timer);
  }, [drawn, rows.length]);
  const notes = conversation?.notes ?? [];
  const scope = conversation?.conversation.id ?? '';
  const reachable = rows.find((row) => attributeId(row) === focused) ?? rows[0];
  const hidden = attributes.length - rows.length;

  return (
    <section class="pane trace-pane" aria-label="Trace">
      <header class="pane-head">
        <h2>Trace</h2>
        <CountFilters />
      </header>
      <div class="pane-body">
        <Notes notes={notes.filter(({ kind }) => kind === 'retired')} />
        {conversation?.findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} />
        ))}
        <div class="trace" role="treegrid" aria-label="Attributes by stage" ref={table} onKeyDown={onKeyDown}>
          <div class="trace-columns" role="row">
            <div class="trace-column trace-column-name" role="columnheader">
              Attribute
            </div>
            {STAGES.map((stage) => (
              <div class="trace-column" role="columnheader" key={stage} title={STAGE_WORDS[stage].meaning}>
                {STAGE_WORDS[stage].word}
              </div>
            ))}
          </div>
          {rows.slice(0, drawn).map((attribute) => (
            <TraceRow
              // Chromium keeps the style of a row that stops being idle, so it gets another element.
              key={`${attributeId(attribute)} ${attribute.idle}`}
              attribute={attribute}
              row={`${scope}/${attributeId(attribute)}`}
              reachable={attribute === reachable}
            />
          ))}
        </div>
        {attributes.length === 0 && (
          <p class="quiet">No attribute was seen in this conversation, and no mapping asks for one.</p>
        )}
        {hidden > 0 && (
          <p class="quiet">
            <Icon name="search" />
            {hidden} of {attributes.length} attributes hidden by the filter.
            <button type="button" class="link" onClick={clearFilter}>
              Show all
            </button>
          </p>
        )}
        <Notes notes={notes.filter(({ kind }) => kind !== 'retired')} />
      </div>
    </section>
  );
}

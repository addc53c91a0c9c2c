import { useState } from 'preact/hooks';
import { EmptyState } from '../components/empty-state.tsx';
import { Splitter } from '../components/splitter.tsx';
import { MappingView } from '../mapping/mapping-view.tsx';
import { PayloadView } from '../payload/payload-view.tsx';
import { useStore } from '../store/context.ts';
import { shownAttributes } from '../store/selectors.ts';
import { TimelineView } from '../timeline/timeline-view.tsx';
import { TraceView } from '../trace/trace-view.tsx';
import type { Layout } from './use-layout.ts';

/** The parts below the toolbar, laid out for the room there is. */
export function Body({ layout }: { readonly layout: Layout }) {
  const [timeline, setTimeline] = useState(76);
  const view = useStore((state) => state.view);
  const showsCheck = layout === 'full' || view === 'check';
  const showsEvents = layout === 'full' || view === 'events';
  return (
    <main class="body" style={{ '--check': `${timeline}%` }}>
      {showsCheck && <Check layout={layout} />}
      {layout === 'full' && (
        <Splitter
          label="Height of the events"
          orientation="horizontal"
          value={timeline}
          onChange={setTimeline}
        />
      )}
      {showsEvents && <TimelineView />}
    </main>
  );
}

/** The trace, and the payload beside the mapping. */
function Check({ layout }: { readonly layout: Layout }) {
  const [traces, setTraces] = useState({ narrow: 50, low: 46, full: 62 });
  const [payload, setPayload] = useState(50);
  const empty = useStore(
    (state) => state.reading.conversations.length === 0 && shownAttributes(state).length === 0,
  );
  return (
    <div class="check" style={{ '--trace': `${traces[layout]}%`, '--payload': `${payload}%` }}>
      {empty ? (
        <section class="pane trace-pane" aria-label="Trace">
          <EmptyState />
        </section>
      ) : (
        <TraceView />
      )}
      {layout !== 'narrow' && (
        <Splitter
          label="Size of the trace"
          orientation={layout === 'low' ? 'vertical' : 'horizontal'}
          value={traces[layout]}
          onChange={(value) => setTraces({ ...traces, [layout]: value })}
        />
      )}
      <div class="compare">
        <PayloadView />
        {layout !== 'narrow' && (
          <Splitter
            label="Width of the payload"
            orientation="vertical"
            value={payload}
            onChange={setPayload}
          />
        )}
        <MappingView />
      </div>
    </div>
  );
}

import { useMemo, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { eventId } from '../store/identity.ts';
import { shownConversation } from '../store/selectors.ts';
import { EventDetails } from './event-details.tsx';
import { EventList } from './event-list.tsx';
import { foldedText, type Timeline, timelineOf } from './items.ts';

/** All events in order of time, and the details of the chosen one. */
export function TimelineView() {
  const { setFilter, showEvent } = useActions();
  const reading = useStore((state) => state.reading);
  const { text, noise, conversationOnly } = useStore((state) => state.filter);
  const conversation = useStore(shownConversation);
  const chosen = useStore((state) => state.selection.event);

  const all = conversationOnly && conversation !== null ? conversation.conversation.events : reading.events;
  const last = useRef<Timeline | null>(null);
  const timeline = useMemo(() => {
    last.current = timelineOf(all, { text, noise }, last.current);
    return last.current;
  }, [all, text, noise]);
  const selected = useMemo(
    () => (chosen === null ? null : (timeline.items.find((event) => eventId(event) === chosen) ?? null)),
    [timeline, chosen],
  );

  return (
    <section class="pane timeline-pane" aria-label="Events">
      <header class="pane-head">
        <h2>Events</h2>
        <span class="pane-count">
          {timeline.items.length === all.length
            ? timeline.items.length
            : `${timeline.items.length} of ${all.length}`}
        </span>
        {(timeline.folded.size > 0 || noise) && (
          <button type="button" class="link" onClick={() => setFilter({ noise: !noise })}>
            {noise ? 'Hide heartbeats' : `${foldedText(timeline.folded)} hidden`}
          </button>
        )}
        <label class="pane-tools check-label">
          <input
            type="checkbox"
            checked={conversationOnly}
            onChange={(event) => setFilter({ conversationOnly: event.currentTarget.checked })}
          />
          This conversation
        </label>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the details from wherever the focus is */}
      <div
        class="timeline-body"
        data-details={selected !== null}
        onKeyDown={(event) => event.key === 'Escape' && showEvent(null)}
      >
        {timeline.items.length === 0 ? (
          <p class="quiet">
            <Icon name="search" />
            {all.length === 0 ? 'No event yet.' : 'No event matches.'}
          </p>
        ) : (
          <EventList events={timeline.items} reading={reading} selected={selected} />
        )}
        {selected !== null && <EventDetails event={selected} onClose={() => showEvent(null)} />}
      </div>
    </section>
  );
}

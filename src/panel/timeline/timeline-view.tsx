import { useMemo, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Later } from '../components/later.tsx';
import { useActions, useStore } from '../store/context.ts';
import { Prefix } from '../store/prefix.ts';
import { shownConversation } from '../store/selectors.ts';
import { EventList } from './event-list.tsx';
import { eventsOf } from './filter.ts';
import { foldedText, type Timeline, timelineOf } from './items.ts';
import { TimelineFilters } from './timeline-filters.tsx';
import { useChosen } from './use-chosen.ts';

const loadDetails = () => import('./event-details.tsx').then((module) => module.EventDetails);

/** All events in order of time, and the details of the chosen one. */
export function TimelineView() {
  const { setFilter, showAllEvents, showEvent } = useActions();
  const reading = useStore((state) => state.reading);
  const { text, noise, conversationOnly, kind, direction, verdict } = useStore((state) => state.filter);
  const conversation = useStore(shownConversation);
  const chosen = useStore((state) => state.selection.event);

  const { dialects } = reading;
  const own = conversationOnly ? conversation : null;
  const ofOwn = useMemo(() => own && Prefix.of(own.conversation.events), [own]);
  const all = ofOwn ?? reading.events;
  const last = useRef<Timeline | null>(null);
  const timeline = useMemo(() => {
    // Which events show a verdict can change in their midst: such a list is always made anew.
    const shown = verdict === null ? null : eventsOf(reading.conversations, verdict);
    const listed = shown === null ? all : Prefix.of(all.slice(0).filter((event) => shown.has(event)));
    const earlier = verdict === null ? last.current : null;
    const made = timelineOf(listed, { text, noise, kind, direction, dialects }, earlier);
    last.current = verdict === null ? made : null;
    return made;
  }, [all, text, noise, kind, direction, verdict, dialects, verdict === null ? null : reading]);
  const at = useChosen(timeline.items, chosen);
  const selected = timeline.items.at(at) ?? null;

  return (
    <section class="pane timeline-pane" aria-label="Events">
      <header class="pane-head timeline-head">
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
        <TimelineFilters />
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
            {reading.events.length > 0 && (
              <button type="button" class="link" onClick={showAllEvents}>
                Show all events
              </button>
            )}
          </p>
        ) : (
          <EventList events={timeline.items} reading={reading} selected={at} />
        )}
        {selected !== null && (
          <Later load={loadDetails} props={{ event: selected, onClose: () => showEvent(null) }} />
        )}
      </div>
    </section>
  );
}

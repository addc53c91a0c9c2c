import { useMemo, useRef } from 'preact/hooks';
import type { CapturedEvent } from '../../core/capture/event.ts';
import { useActions } from '../store/context.ts';
import { eventId } from '../store/identity.ts';
import type { Prefix } from '../store/prefix.ts';
import type { Reading } from '../store/reader.ts';
import { TimelineRow } from './timeline-row.tsx';
import { useWindow } from './use-window.ts';

interface Props {
  readonly events: Prefix<CapturedEvent>;
  readonly reading: Reading;
  /** Where the selected event stands; -1: nowhere. */
  readonly selected: number;
}

const ROW_HEIGHT = 22;

/** The list of events, of which only those in view are drawn. */
export function EventList({ events, reading, selected: at }: Props) {
  const { showEvent } = useActions();
  const box = useRef<HTMLDivElement>(null);
  const { start, end } = useWindow(box, events.length, ROW_HEIGHT);
  const starts = useMemo(() => conversationStarts(reading), [reading]);
  const first = events.at(0)?.time ?? 0;

  const choose = (index: number): void => {
    const event = events.at(Math.max(0, Math.min(index, events.length - 1)));
    if (event === undefined) return;
    showEvent(eventId(event));
    const element = box.current;
    if (element === null) return;
    const top = Math.max(0, index) * ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT);
    const target = moveTo(event.key, at, events.length, page);
    if (target === null) return;
    event.preventDefault();
    choose(target);
  };

  return (
    <div
      class="event-list"
      role="listbox"
      aria-label="Events in order of time"
      tabIndex={0}
      aria-activedescendant={at >= start && at < end ? `event-${at}` : undefined}
      ref={box}
      onKeyDown={onKeyDown}
    >
      <div class="event-space" role="presentation" style={{ height: `${events.length * ROW_HEIGHT}px` }}>
        {events.slice(start, end).map((event, offset) => {
          const conversation = reading.conversationOf(event);
          return (
            <TimelineRow
              // A row that leaves the view on one side is drawn anew on the other.
              key={(start + offset) % (end - start)}
              event={event}
              dialects={reading.dialects}
              index={start + offset}
              top={(start + offset) * ROW_HEIGHT}
              start={starts.get(conversation ?? '') ?? first}
              selected={start + offset === at}
              conversation={conversation}
              onSelect={() => showEvent(eventId(event))}
            />
          );
        })}
      </div>
    </div>
  );
}

function moveTo(key: string, at: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return at + 1;
    case 'ArrowUp':
    case 'k':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** When each conversation began: with its call, or with its first event when no call was seen. */
function conversationStarts(reading: Reading): ReadonlyMap<string, number> {
  return new Map(
    reading.conversations.map(({ conversation: { id, moments, events } }) => [
      id,
      (moments.get('start-call') ?? events[0])?.time ?? 0,
    ]),
  );
}

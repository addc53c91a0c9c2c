import type { CapturedEvent } from '../../core/capture/event.ts';
import type { Dialect } from '../../core/dialects/dialect.ts';
import { Icon } from '../components/icon.tsx';
import { describerOf } from '../store/describe-once.ts';
import { eventId } from '../store/identity.ts';
import { sinceText, sizeText } from './items.ts';

interface Props {
  readonly event: CapturedEvent;
  readonly dialects: readonly Dialect[];
  readonly index: number;
  readonly top: number;
  readonly start: number;
  readonly selected: boolean;
  readonly conversation: string | null;
  readonly onSelect: () => void;
}

const DIRECTIONS = { out: 'went out', in: 'came in', none: 'neither in nor out' } as const;

/** One event of the timeline. */
export function TimelineRow(props: Props) {
  const { event, dialects, index, top, start, selected, conversation, onSelect } = props;
  const { title, direction, size } = describerOf(dialects)(event);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
    <div
      class="event-row"
      role="option"
      id={`event-${index}`}
      aria-selected={selected}
      aria-posinset={index + 1}
      data-event={eventId(event)}
      data-kind={event.kind}
      data-direction={direction}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onSelect}
    >
      <span class="event-direction" title={DIRECTIONS[direction]}>
        <Icon name={event.kind === 'notice' ? 'warning' : direction} />
      </span>
      <span class="event-title" title={title}>
        {title}
      </span>
      <span class="event-kind">{event.kind}</span>
      <span class="event-conversation">{conversation ?? ''}</span>
      <span class="event-size">{sizeText(size)}</span>
      <span class="event-since">{sinceText(event.time - start)}</span>
    </div>
  );
}

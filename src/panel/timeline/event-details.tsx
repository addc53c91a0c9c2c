import './event-details.css';
import { useMemo, useState } from 'preact/hooks';
import type { CapturedEvent } from '../../core/capture/event.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Icon } from '../components/icon.tsx';
import { Raw } from '../components/raw.tsx';
import { contentOf } from '../payload/content.ts';
import { evidenceOf } from '../payload/evidence.ts';
import { PayloadTree } from '../payload/payload-tree.tsx';
import { useStore } from '../store/context.ts';
import { describerOf } from '../store/describe-once.ts';
import { eventId } from '../store/identity.ts';
import { factsOf, rawText } from './facts.ts';

interface Props {
  readonly event: CapturedEvent;
  readonly onClose: () => void;
}

/** Everything that is known of one event: its facts, what it carried, and the attributes in it. */
export function EventDetails({ event, onClose }: Props) {
  const [raw, setRaw] = useState(false);
  const conversations = useStore((state) => state.reading.conversations);
  const dialects = useStore((state) => state.reading.dialects);
  const documents = useStore((state) => state.shown.documents);
  const evidence = useMemo(
    () => conversations.flatMap((judged) => evidenceOf(judged).get(event) ?? []),
    [conversations, event],
  );
  const { title } = describerOf(dialects)(event);
  const text = rawText(event);
  const facts = factsOf(event, documents.get(event.document)?.info ?? null);

  return (
    <aside class="details" aria-label="Details of the event">
      <header class="details-head">
        <h3 title={title}>{title}</h3>
        {text !== null && (
          <button type="button" class="button" aria-pressed={raw} onClick={() => setRaw(!raw)}>
            Raw
          </button>
        )}
        <CopyButton text={() => JSON.stringify(event, null, 2)} label="Copy as JSON" wordy />
        <button
          type="button"
          class="button icon-button"
          aria-label="Close the details"
          title="Close"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {raw && text !== null ? (
        <Raw text={text} />
      ) : (
        <PayloadTree key={eventId(event)} content={contentOf(event)} evidence={evidence} gaps={[]} />
      )}
    </aside>
  );
}

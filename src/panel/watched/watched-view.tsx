import './watched.css';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { noticesOf } from '../app/notices.ts';
import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { currentMapping } from '../store/selectors.ts';
import { sizeText } from '../timeline/items.ts';
import { DocumentTable } from './document-table.tsx';
import { SocketTable } from './socket-table.tsx';
import { watchedOf } from './watched.ts';

/** What is being watched, what cannot be, and what was lost. */
export function WatchedView() {
  const { toggleWatched } = useActions();
  const shown = useStore((state) => state.shown);
  const mapping = useStore(currentMapping);
  const watched = useMemo(() => watchedOf(shown, mapping), [shown, mapping]);
  const notices = useMemo(() => noticesOf(shown), [shown]);
  const lost = notices.filter(({ code }) => code === 'lost' || code === 'malformed');
  const blind = notices.filter((notice) => !lost.includes(notice));
  return (
    <main class="watched">
      <header class="pane-head">
        <h2>What is being watched</h2>
        <span class="pane-tools">
          <button
            type="button"
            class="button icon-button"
            data-action="close-watched"
            aria-label="Close"
            title="Close"
            onClick={toggleWatched}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <Section title="Documents" count={watched.documents.length}>
        <DocumentTable documents={watched.documents} />
      </Section>
      <Section title="Sockets" count={watched.sockets.length}>
        <SocketTable sockets={watched.sockets} />
      </Section>
      <Section title="Hooks">
        <dl class="watched-hooks">
          {watched.hooks.map(({ name, sees, uses, replaced }) => (
            <div key={name} data-hook={replaced.length === 0 ? 'in place' : 'replaced'}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                {counted(uses, sees)}
                {replaced.length > 0 && `, ${replaced.join(', ')} replaced by the page`}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Not seen from here">
        <ul class="watched-blind">
          {blind.map(({ code, text, details }) => (
            <li key={code} data-blind={code}>
              {text}
              {details.slice(0, 20).map((detail) => (
                <code key={detail}>{detail}</code>
              ))}
            </li>
          ))}
          <li>Sockets in shared workers: neither a hook nor the network’s record has them.</li>
          <li>Calls of an SDK that a module keeps to itself: what leaves through its sockets is seen.</li>
          <li>What the backend does with what it took: only what it sends back is seen.</li>
        </ul>
      </Section>
      <Section title="Losses">
        {lost.length === 0 ? (
          <p class="watched-none">None: {counted(shown.events.length, 'event')}, each of them shown.</p>
        ) : (
          <ul class="watched-blind">
            {lost.map(({ code, text }) => (
              <li key={code} data-loss={code}>
                {text}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="What it costs the page">
        <p class="watched-none" data-cost={watched.cost.batches}>
          {sizeText(watched.cost.characters)} were handed over in{' '}
          {counted(watched.cost.batches, 'batch', 'es')}, which took {watched.cost.spent.toFixed(1)} ms of its
          time. What the hooks take within its own calls is not measured here, since a clock would cost more
          than they do.
        </p>
      </Section>
    </main>
  );
}

interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ComponentChildren;
}

function Section({ title, count, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <h3>
        {title}
        {count !== undefined && <span class="pane-count"> {count}</span>}
      </h3>
      {children}
    </section>
  );
}

const counted = (count: number, what: string, plural = 's'): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : plural}`;

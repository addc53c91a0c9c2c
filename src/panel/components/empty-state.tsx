import type { Dialect } from '../../core/dialects/dialect.ts';
import { dialectsFor } from '../../core/dialects/dialects.ts';
import { useStore } from '../store/context.ts';
import { hookedCount } from '../store/log.ts';
import { currentMapping } from '../store/selectors.ts';
import { Icon } from './icon.tsx';

/** What to do while there is nothing to show. */
export function EmptyState() {
  const connection = useStore((state) => state.connection);
  const frames = useStore(({ log }) => hookedCount(log));
  const mapping = useStore(currentMapping);
  return connection === 'absent' ? (
    <NotConnected />
  ) : (
    <NothingSeen frames={frames} dialects={dialectsFor(mapping)} />
  );
}

function NothingSeen({
  frames,
  dialects,
}: {
  readonly frames: number;
  readonly dialects: readonly Dialect[];
}) {
  return (
    <div class="empty" data-empty="nothing-seen">
      <Icon name="search" />
      <h3>Start a chat on the page</h3>
      <p>
        Its payload appears here as it leaves, beside the mapping it should match. Opened DevTools late? What
        already happened on this page is shown too.
      </p>
      <p class="empty-watch">
        Watching {dialects.map(({ label }) => label).join(', ')}, every WebSocket, and the chat’s requests
        {frames > 0 && (
          <>
            {' '}
            in {frames} {frames === 1 ? 'document' : 'documents'}
          </>
        )}
        .
      </p>
    </div>
  );
}

function NotConnected() {
  return (
    <div class="empty" data-empty="not-connected">
      <Icon name="plug" />
      <h3>This page cannot be observed</h3>
      <p>
        Reload it if it was open before the extension was installed or updated. Blank pages, pages of the
        browser itself and extension stores are closed to extensions, and so is a site to which this one has
        no access.
      </p>
    </div>
  );
}

import { Icon } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { continues } from '../store/continues.ts';

/** Says when what is shown is not what is happening: paused, or a capture file. */
export function Banner() {
  const { togglePause, showLive } = useActions();
  const source = useStore((state) => state.source);
  const behind = useStore(({ log, shown }) =>
    continues(shown.events, log.events) ? log.events.length - shown.events.length : log.events.length,
  );
  switch (source.kind) {
    case 'live':
      return null;
    case 'paused':
      return (
        <div class="banner" role="status" data-banner="paused">
          <Icon name="pause" />
          Paused{behind > 0 && ` · ${behind} newer ${behind === 1 ? 'event' : 'events'}`}
          <button type="button" class="link" onClick={togglePause}>
            Resume
          </button>
        </div>
      );
    case 'capture':
      return (
        <div class="banner" role="status" data-banner="capture">
          <Icon name="file" />
          Showing the capture {source.name}
          <button type="button" class="link" onClick={showLive}>
            Back to the page
          </button>
        </div>
      );
  }
}

import { Icon, type IconName } from '../components/icon.tsx';
import { useActions, useStore } from '../store/context.ts';
import { ExportButton } from './export-button.tsx';
import { Imports } from './imports.tsx';

interface ToolProps {
  readonly action: string;
  readonly label: string;
  readonly icon: IconName;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ action, label, icon, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="button icon-button"
      data-action={action}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** What can be done to the whole: clear, pause, preserve, find, import and export. */
export function Toolbar() {
  const actions = useActions();
  const source = useStore((state) => state.source);
  const preserve = useStore((state) => state.preserve);
  const text = useStore((state) => state.filter.text);
  const watched = useStore((state) => state.watched);
  const live = source.kind === 'live';

  return (
    <div class="toolbar" role="toolbar" aria-label="Chat Payload">
      <Tool action="clear" label="Clear" icon="clear" onClick={actions.clear} />
      <Tool
        action="pause"
        label={live ? 'Pause: freeze what is shown' : 'Resume: catch up with the page'}
        icon={live ? 'pause' : 'play'}
        pressed={!live}
        onClick={actions.togglePause}
      />
      <label class="check-label" title="Keep the log when the page navigates">
        <input type="checkbox" data-action="preserve" checked={preserve} onChange={actions.togglePreserve} />
        <span class="check-text">Preserve log</span>
      </label>
      <span class="find">
        <Icon name="search" />
        <input
          type="search"
          data-filter
          placeholder="Filter"
          aria-label="Filter attributes and events by text"
          title="Filter attributes and events ( / )"
          value={text}
          onInput={(event) => actions.filterText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            if (text === '') event.currentTarget.blur();
            else actions.filterText('');
          }}
        />
      </span>
      <Tool
        action="watched"
        label="What is being watched"
        icon="eye"
        pressed={watched}
        onClick={actions.toggleWatched}
      />
      <ExportButton />
      <Imports />
    </div>
  );
}

import { onTabKeys } from '../components/tab-keys.ts';
import { useActions, useStore } from '../store/context.ts';
import type { View } from '../store/state.ts';

/** Where there is no room for both: the check, or the timeline. */
export function ViewTabs() {
  const { showView } = useActions();
  const view = useStore((state) => state.view);
  const watched = useStore((state) => state.watched);
  const count = useStore((state) => state.reading.events.length);
  const tab = (value: View, label: string) => (
    <button
      type="button"
      role="tab"
      class="view-tab"
      tabIndex={view === value ? 0 : -1}
      aria-selected={view === value && !watched}
      data-view={value}
      onClick={() => showView(value)}
    >
      {label}
    </button>
  );
  return (
    <div class="view-tabs" role="tablist" aria-label="View" onKeyDown={onTabKeys}>
      {tab('check', 'Check')}
      {tab('events', `Events ${count}`)}
    </div>
  );
}

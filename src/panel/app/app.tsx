import { useStore } from '../store/context.ts';
import { lostCount } from '../store/log.ts';
import { Banner } from './banner.tsx';
import { Body } from './body.tsx';
import { ConversationStrip } from './conversation-strip.tsx';
import { Later } from './later.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Refused } from './refused.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLayout } from './use-layout.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ViewTabs } from './view-tabs.tsx';

const loadWatched = () => import('../watched/watched-view.tsx').then((module) => module.WatchedView);

/** The panel. */
export function App() {
  const layout = useLayout();
  const events = useStore((state) => state.reading.events.length);
  const lost = useStore((state) => lostCount(state.shown));
  const watched = useStore((state) => state.watched);
  useShortcuts();
  return (
    <div class="panel" data-panel="ready" data-layout={layout} data-events={events} data-lost={lost}>
      <header class="top">
        <Toolbar />
        <ConversationStrip />
        {layout !== 'full' && <ViewTabs />}
      </header>
      <Banner />
      <Refused />
      {!watched && <NoticeBar />}
      {watched ? <Later load={loadWatched} /> : <Body layout={layout} />}
    </div>
  );
}

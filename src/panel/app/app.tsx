import { Later } from '../components/later.tsx';
import { useStore } from '../store/context.ts';
import { lostCount } from '../store/log.ts';
import { Banner } from './banner.tsx';
import { Body } from './body.tsx';
import { ConversationStrip } from './conversation-strip.tsx';
import { isForAll } from './notices.ts';
import { Toolbar } from './toolbar.tsx';
import { useLayout } from './use-layout.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { ViewTabs } from './view-tabs.tsx';

const loadRefused = () => import('./refused.tsx').then((module) => module.Refused);
const loadNotices = () => import('./notice-list.tsx').then((module) => module.NoticeList);
const loadWatched = () => import('../watched/watched-view.tsx').then((module) => module.WatchedView);

/** The panel. */
export function App() {
  const layout = useLayout();
  const events = useStore((state) => state.reading.events.length);
  const lost = useStore((state) => lostCount(state.shown));
  const refused = useStore((state) => state.refused !== null);
  const hasNotices = useStore(
    ({ shown, reading }) =>
      shown.notices.some(({ code }) => isForAll(code, reading.conversations.length)) ||
      shown.malformed > 0 ||
      lostCount(shown) > 0,
  );
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
      {refused && <Later load={loadRefused} props={{}} />}
      {hasNotices && !watched && <Later load={loadNotices} props={{}} />}
      {watched ? <Later load={loadWatched} props={{}} /> : <Body layout={layout} />}
    </div>
  );
}

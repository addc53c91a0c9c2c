import './styles/index.css';
import { options, render } from 'preact';
import { App } from './app/app.tsx';
import { followTheme } from './app/theme.ts';
import { writeOutUnseen } from './components/unseen.ts';
import { connect, devtoolsTheme, siteStorage } from './link/extension.ts';
import { PanelContext } from './store/context.ts';
import { createPanel } from './store/panel.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('panel.html has no #root');

// What was read is drawn in a task of its own, so that neither makes the other keep a person waiting.
options.debounceRendering = setTimeout;
options.vnode = writeOutUnseen;

// A mapping that asks for values of the page is seldom.
const panel = createPanel(siteStorage, async (paths) =>
  (await import('./link/read-page.ts')).readPage(paths),
);
followTheme(devtoolsTheme);
render(
  <PanelContext.Provider value={panel}>
    <App />
  </PanelContext.Provider>,
  root,
);
const askRelays = connect(panel);
// Not needed to open the panel.
void import('./link/wire.ts').then(({ watchWire }) => watchWire(panel, askRelays));
void import('./link/survey.ts').then(({ watchPage }) => watchPage(panel, askRelays));

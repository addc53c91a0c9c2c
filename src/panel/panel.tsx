import './styles/index.css';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { followTheme } from './app/theme.ts';
import { connect, devtoolsTheme, siteStorage } from './link/extension.ts';
import { readPage } from './link/read-page.ts';
import { PanelContext } from './store/context.ts';
import { createPanel } from './store/panel.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('panel.html has no #root');

const panel = createPanel(siteStorage, readPage);
followTheme(devtoolsTheme);
render(
  <PanelContext.Provider value={panel}>
    <App />
  </PanelContext.Provider>,
  root,
);
connect(panel);
// Not needed to open the panel.
void import('./link/wire.ts').then(({ watchWire }) => watchWire(panel));

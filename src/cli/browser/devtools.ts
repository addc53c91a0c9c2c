import type { Frame, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** How the id of our panel's tab ends: its title, without spaces. */
const PANEL_TAB = 'ChatPayload';
const PANEL_URL = /^chrome-extension:\/\/[a-p]{32}\/src\/panel\/panel\.html/;

export interface OpenPanel {
  /** DevTools itself, as a page: what can be photographed. */
  readonly devtools: Page;
  /** The panel's document. */
  readonly panel: Frame;
}

/**
 * Opens the real DevTools on a page and selects our panel, as a click on its tab would, whether or not the tab fits
 * beside the others.
 */
export async function openPanel(page: Page): Promise<OpenPanel> {
  const devtools = await page.openDevTools();
  // The tab comes a second or two after DevTools, when the extension's devtools page has run.
  await until('the panel’s tab in DevTools', () => selectPanel(devtools));
  const panel = await devtools.waitForFrame((frame) => PANEL_URL.test(frame.url()), { timeout: 30_000 });
  await panel.waitForSelector('[data-panel="ready"]', { timeout: 30_000 });
  return { devtools, panel };
}

/**
 * Runs inside DevTools, and fails while DevTools is still building itself. As text, since `import()` of DevTools' own
 * module must reach the browser as it stands, whatever compiles this file.
 */
const SELECT_PANEL = `(async () => {
  const { InspectorView } = await import('./ui/legacy/legacy.js');
  const view = InspectorView.InspectorView.instance();
  const tab = view.tabbedPane.tabIds().find((id) => id.startsWith('chrome-extension') && id.endsWith('${PANEL_TAB}'));
  if (tab === undefined) return false;
  await view.showPanel(tab);
  return true;
})()`;

/** @returns whether the panel is there, and now shown */
const selectPanel = async (devtools: Page): Promise<boolean> =>
  (await devtools.evaluate(SELECT_PANEL)) === true;

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
  // Polled from here: DevTools' own modules cannot be imported from the world in which `waitForFunction` runs.
  await until('the panel’s tab in DevTools', () => devtools.evaluate(selectPanel, PANEL_TAB));
  const panel = await devtools.waitForFrame((frame) => PANEL_URL.test(frame.url()), { timeout: 30_000 });
  await panel.waitForSelector('[data-panel="ready"]', { timeout: 30_000 });
  return { devtools, panel };
}

/** The parts of DevTools' own modules that are used here. */
interface InspectorView {
  readonly tabbedPane: { tabIds(): string[] };
  showPanel(id: string): Promise<void>;
}

/** Runs inside DevTools. @returns whether the panel is there, and now shown */
async function selectPanel(tabName: string): Promise<boolean> {
  try {
    // Behind a variable, so that no bundler or compiler looks for DevTools' own module here.
    const path = './ui/legacy/legacy.js';
    const ui: { InspectorView: { InspectorView: { instance(): InspectorView } } } = await import(path);
    const view = ui.InspectorView.InspectorView.instance();
    const id = view.tabbedPane
      .tabIds()
      .find((tab) => tab.startsWith('chrome-extension') && tab.endsWith(tabName));
    if (id === undefined) return false;
    await view.showPanel(id);
    return true;
  } catch {
    // DevTools is still building itself.
    return false;
  }
}

import { startSite } from '../../../test/site/server.ts';
import { openPanel } from '../browser/devtools.ts';
import { goTo } from '../browser/go-to.ts';
import { type LaunchedBrowser, launch } from '../browser/launch.ts';
import { observeDeclared } from '../browser/observe-declared.ts';
import { importMapping } from '../browser/use-panel.ts';
import { buildExtension } from '../build-extension.ts';
import { checkMapping } from '../check-mapping.ts';
import { DEMO_MAPPING, scenarioUrl } from '../demo.ts';

/** What the demo page shows first: the mistake that this tool is for. */
const FIRST_SCENARIO = 'thread-customer-id';

/** Opens a browser window with DevTools docked below on our panel, and leaves it to the person until it is closed. */
export async function openWindow(url: string | null, mapping: string | null): Promise<void> {
  if (mapping !== null) checkMapping(mapping);
  const extension = await buildExtension();
  const opened = await launch({
    extension,
    headless: false,
    dock: 'bottom',
    size: { width: 1400, height: 950 },
  });
  process.once('SIGINT', () => void opened.browser.close());
  try {
    if (url === null) await showDemo(opened, mapping);
    else await showPage(opened, url, mapping);
  } finally {
    await opened.close();
  }
}

async function showDemo(opened: LaunchedBrowser, mapping: string | null): Promise<void> {
  const site = await startSite();
  try {
    await showPage(opened, scenarioUrl(site.url, FIRST_SCENARIO), mapping ?? DEMO_MAPPING);
  } finally {
    await site.close();
  }
}

async function showPage(
  { browser, page }: LaunchedBrowser,
  url: string,
  mapping: string | null,
): Promise<void> {
  const closed = new Promise((resolve) => browser.once('disconnected', resolve));
  const { panel } = await openPanel(page);
  await goTo(page, url);
  if (mapping !== null) {
    await observeDeclared({ page, panel }, mapping);
    await importMapping(panel, mapping);
  }
  console.log(`Watching ${url}. Close the window, or press Ctrl+C, to end.`);
  await closed;
}

import { type Inspection, openInspection } from '../../../src/cli/browser/inspection.ts';
import { readConversations, type ShownConversation } from '../../../src/cli/browser/read-trace.ts';
import { importMapping, settle } from '../../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../../src/cli/build-extension.ts';
import { DEMO_MAPPING, SCENARIO_DONE } from '../../../src/cli/demo.ts';
import { startSite } from '../../site/server.ts';

/** The demo page in a real browser, with real DevTools open on our panel. */
export interface Demo extends Inspection {
  readonly url: string;
}

/** Starts the demo's server and a browser on it. */
export async function openDemo(): Promise<Demo> {
  const extension = await buildExtension();
  const site = await startSite();
  const inspection = await openInspection({ extension });
  const close = async (): Promise<void> => {
    await inspection.close();
    await site.close();
  };
  return { ...inspection, url: site.url, close };
}

/**
 * Plays a scenario as a person does, by its button on the demo page, until the page has run it to its end. A page that
 * has played another one still has the buttons.
 */
export async function clickScenario({ page, url }: Pick<Demo, 'page' | 'url'>, id: string): Promise<void> {
  if (!page.url().startsWith(url)) await page.goto(url);
  await Promise.all([
    // What was played before is done as well.
    page.waitForNavigation(),
    page.locator(`button[name="scenario"][value="${id}"]`).click(),
  ]);
  await page.waitForSelector(SCENARIO_DONE);
}

/** What the panel shows of the page, judged by a mapping (that of the demo's own protocol), once it has caught up. */
export async function readPanel(
  { panel }: Pick<Demo, 'panel'>,
  mapping = DEMO_MAPPING,
): Promise<readonly ShownConversation[]> {
  await importMapping(panel, mapping);
  await settle(panel);
  return readConversations(panel);
}

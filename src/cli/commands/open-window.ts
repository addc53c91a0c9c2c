import { startSite } from '../../../test/site/server.ts';
import { openInspection } from '../browser/inspection.ts';
import { importMapping } from '../browser/use-panel.ts';
import { buildExtension } from '../build-extension.ts';
import { checkMapping } from '../check-mapping.ts';
import { DEMO_MAPPING, scenarioUrl } from '../demo.ts';

/** What the demo page shows first: the mistake that this tool is for. */
const FIRST_SCENARIO = 'thread-customer-id';

/** Opens a browser window with DevTools docked below on our panel, and leaves it to the person until it is closed. */
export async function openWindow(url: string | null, mapping: string | null): Promise<void> {
  const file = mapping ?? (url === null ? DEMO_MAPPING : null);
  if (file !== null) checkMapping(file);
  const extension = await buildExtension();
  const site = url === null ? await startSite() : null;
  const inspection = await openInspection({
    extension,
    headless: false,
    dock: 'bottom',
    size: { width: 1400, height: 950 },
  });
  const { page, panel } = inspection;
  const closed = new Promise((resolve) => page.browser().once('disconnected', resolve));
  await page.goto(url ?? scenarioUrl(site?.url ?? '', FIRST_SCENARIO));
  if (file !== null) await importMapping(panel, file);
  console.log(site === null ? `Watching ${url}.` : `The demo page is at ${site.url}.`);
  console.log('Close the browser window, or press Ctrl+C, to end.');
  process.once('SIGINT', () => void inspection.close());
  await closed;
  await inspection.close();
  await site?.close();
}

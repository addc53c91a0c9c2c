/** `npm run screenshots`: takes the pictures of the README from the real panel in real DevTools. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { openInspection } from '../../src/cli/browser/inspection.ts';
import type { Theme } from '../../src/cli/browser/profile.ts';
import { importMapping, settle } from '../../src/cli/browser/use-panel.ts';
import { buildExtension } from '../../src/cli/build-extension.ts';
import { DEMO_MAPPING, SCENARIO_DONE, scenarioUrl } from '../../src/cli/demo.ts';
import { startSite } from '../site/server.ts';

const FOLDER = new URL('../site/screenshots/', import.meta.url);

interface Picture {
  readonly name: string;
  readonly scenario: string;
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}

const PICTURES: readonly Picture[] = [
  { name: 'stripped-light', scenario: 'thread-customer-id', theme: 'light', width: 1400, height: 760 },
  { name: 'stripped-dark', scenario: 'thread-customer-id', theme: 'dark', width: 1400, height: 760 },
  { name: 'right', scenario: 'attributes-custom', theme: 'light', width: 1400, height: 760 },
  { name: 'below', scenario: 'value-changed', theme: 'dark', width: 1400, height: 330 },
  { name: 'side', scenario: 'near-miss-key', theme: 'light', width: 500, height: 900 },
];

async function take(
  { name, scenario, theme, width, height }: Picture,
  extension: string,
  site: string,
): Promise<void> {
  const { page, panel, devtools, close } = await openInspection({
    extension,
    theme,
    size: { width, height },
  });
  try {
    await page.goto(scenarioUrl(site, scenario));
    await page.waitForSelector(SCENARIO_DONE);
    await importMapping(panel, DEMO_MAPPING);
    await settle(panel);
    writeFileSync(new URL(`${name}.png`, FOLDER), await devtools.screenshot());
    console.log(`${name}.png`);
  } finally {
    await close();
  }
}

mkdirSync(FOLDER, { recursive: true });
const extension = await buildExtension();
const site = await startSite();
try {
  for (const picture of PICTURES) await take(picture, extension, site.url);
} finally {
  await site.close();
}

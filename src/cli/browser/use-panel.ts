import { setTimeout as pause } from 'node:timers/promises';
import type { Frame } from 'puppeteer-core';
import type { Inspection } from './inspection.ts';

/** The exports of the panel, by the name of their button. */
export type Export = 'export-report-json' | 'export-capture' | 'export-mapping';

/** Longer than a batch takes from the page to the panel, with room for a busy machine. */
const QUIET_MS = 500;

/** Gives the panel a mapping file, through the file input that a person would use. */
export const importMapping = (panel: Frame, file: string): Promise<void> =>
  importFile(panel, 'mapping', file);

/** Gives the panel a capture file, likewise. */
export const importCapture = (panel: Frame, file: string): Promise<void> =>
  importFile(panel, 'capture', file);

async function importFile(panel: Frame, kind: 'mapping' | 'capture', file: string): Promise<void> {
  const input = await panel.waitForSelector(`input[type="file"][data-import="${kind}"]`);
  if (input === null) throw new Error(`The panel has no input for a ${kind} file.`);
  await (await input.toElement('input')).uploadFile(file);
}

/** Clicks one of the panel's export buttons. @returns the text of the file that it saved */
export async function saveExport({ panel, downloads }: Inspection, name: Export): Promise<string> {
  return downloads.take(async () => {
    const button = `[data-action="${name}"]`;
    if ((await panel.$(button)) === null) await panel.locator('[data-action="export-menu"]').click();
    await panel.locator(button).click();
  });
}

/**
 * Waits until the panel has caught up: the count of its events has stood still for longer than a batch is under way.
 *
 * @param timeout milliseconds after which a page that never rests is taken as it is
 */
export async function settle(panel: Frame, timeout = 5_000): Promise<void> {
  const end = performance.now() + timeout;
  let count = await eventCount(panel);
  let since = performance.now();
  while (performance.now() - since < QUIET_MS && performance.now() < end) {
    await pause(50);
    const now = await eventCount(panel);
    if (now === count) continue;
    count = now;
    since = performance.now();
  }
}

async function eventCount(panel: Frame): Promise<string | null> {
  return panel.$eval('[data-panel]', (root) => root.getAttribute('data-events'));
}

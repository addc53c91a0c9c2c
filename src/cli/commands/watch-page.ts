import { setTimeout as pause } from 'node:timers/promises';
import { goTo } from '../browser/go-to.ts';
import { openInspection } from '../browser/inspection.ts';
import { observeDeclared } from '../browser/observe-declared.ts';
import { readConversations, readNotices } from '../browser/read-trace.ts';
import { importMapping, settle } from '../browser/use-panel.ts';
import { buildExtension } from '../build-extension.ts';
import { checkMapping } from '../check-mapping.ts';
import type { OutputFiles } from '../options.ts';
import { checkOutput, writeOutput } from '../output.ts';
import { showConversations } from '../show-trace.ts';

export interface Watch {
  readonly url: string;
  readonly mapping: string | null;
  readonly seconds: number;
  readonly files: OutputFiles;
}

/** Opens any page without a window, watches it for a while, and prints what the panel then shows. */
export async function watchPage({ url, mapping, seconds, files }: Watch): Promise<void> {
  if (mapping !== null) checkMapping(mapping);
  checkOutput(files);
  const inspection = await openInspection({ extension: await buildExtension() });
  try {
    const { page, panel } = inspection;
    await goTo(page, url);
    if (mapping !== null) await observeDeclared(inspection, mapping);
    await pause(seconds * 1000);
    if (mapping !== null) await importMapping(panel, mapping);
    await settle(panel);
    console.log(`${page.url()}\n\n${showConversations(await readConversations(panel))}`);
    for (const notice of await readNotices(panel)) console.log(`\nNotice: ${notice}`);
    await writeOutput(inspection, files);
  } finally {
    await inspection.close();
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { openInspection } from '../browser/inspection.ts';
import { readConversations } from '../browser/read-trace.ts';
import { importMapping, settle } from '../browser/use-panel.ts';
import { buildExtension } from '../build-extension.ts';
import { checkMapping } from '../check-mapping.ts';
import type { OutputFiles } from '../options.ts';
import { writeOutput } from '../output.ts';
import { showConversations } from '../show-trace.ts';
import { UsageError } from '../usage-error.ts';

export interface Watch {
  readonly url: string;
  readonly mapping: string | null;
  readonly seconds: number;
  readonly files: OutputFiles;
}

/** Opens any page without a window, watches it for a while, and prints what the panel then shows. */
export async function watchPage({ url, mapping, seconds, files }: Watch): Promise<void> {
  if (mapping !== null) checkMapping(mapping);
  const inspection = await openInspection({ extension: await buildExtension() });
  try {
    const { page, panel } = inspection;
    await page.goto(url).catch((cause: unknown) => {
      throw new UsageError(`${url} could not be opened (${reason(cause)}).`, { cause });
    });
    await pause(seconds * 1000);
    if (mapping !== null) await importMapping(panel, mapping);
    await settle(panel);
    console.log(`${page.url()}\n\n${showConversations(await readConversations(panel))}`);
    await writeOutput(inspection, files);
  } finally {
    await inspection.close();
  }
}

/** The browser's own name for what went wrong: `net::ERR_CONNECTION_REFUSED`. */
function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /net::\w+/.exec(message)?.[0] ?? message;
}

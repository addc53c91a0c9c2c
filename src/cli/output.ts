import { writeFileSync } from 'node:fs';
import type { Inspection } from './browser/inspection.ts';
import { saveExport } from './browser/use-panel.ts';
import type { OutputFiles } from './options.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes the files that were asked for, each as the panel itself exports it.
 *
 * @param scenario named in the report, which the panel cannot know
 */
export async function writeOutput(
  inspection: Inspection,
  files: OutputFiles,
  scenario?: string,
): Promise<void> {
  if (files.screenshot !== undefined) {
    write(files.screenshot, await inspection.devtools.screenshot({ type: 'png' }));
  }
  if (files.capture !== undefined) write(files.capture, await saveExport(inspection, 'export-capture'));
  if (files.json !== undefined)
    write(files.json, nameScenario(await saveExport(inspection, 'export-report-json'), scenario));
}

function nameScenario(json: string, scenario: string | undefined): string {
  if (scenario === undefined) return json;
  const { url, ...report }: { url: string } = JSON.parse(json);
  return `${JSON.stringify({ url, scenario, ...report }, null, 2)}\n`;
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (cause) {
    throw new UsageError(`${path} cannot be written.`, { cause });
  }
  console.error(`Wrote ${path}`);
}

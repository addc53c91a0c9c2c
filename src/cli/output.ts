import { accessSync, constants, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Inspection } from './browser/inspection.ts';
import { saveExport } from './browser/use-panel.ts';
import type { OutputFiles } from './options.ts';
import { UsageError } from './usage-error.ts';

/**
 * Looks, before a browser is opened, whether the files can be written when it is done.
 *
 * @throws UsageError for the first that cannot
 */
export function checkOutput(files: OutputFiles): void {
  for (const path of Object.values(files)) {
    try {
      accessSync(dirname(path), constants.W_OK);
    } catch (cause) {
      throw notWritable(path, cause);
    }
  }
}

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
    throw notWritable(path, cause);
  }
  console.error(`Wrote ${path}`);
}

const notWritable = (path: string, cause: unknown): UsageError =>
  new UsageError(`${path} cannot be written.`, { cause });

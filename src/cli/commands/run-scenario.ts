import { startSite } from '../../../test/site/server.ts';
import { type Inspection, openInspection } from '../browser/inspection.ts';
import { observeDeclared } from '../browser/observe-declared.ts';
import { readConversations, readNotices, type ShownConversation } from '../browser/read-trace.ts';
import { importMapping, settle } from '../browser/use-panel.ts';
import { buildExtension } from '../build-extension.ts';
import { checkMapping } from '../check-mapping.ts';
import { mappingOf, requireScenario, SCENARIO_DONE, SCENARIO_IDS, scenarioUrl } from '../demo.ts';
import type { OutputFiles } from '../options.ts';
import { checkOutput, writeOutput } from '../output.ts';
import { showConversations } from '../show-trace.ts';
import { formatTable } from '../table.ts';
import { findingIds, worstVerdict } from '../verdict.ts';

/** Runs one scenario of the demo page, prints what the panel shows, and writes the files that were asked for. */
export async function runScenario(id: string, mapping: string | null, files: OutputFiles): Promise<void> {
  requireScenario(id);
  checkOutput(files);
  await onDemoPage(mapping, async (inspection, play) => {
    const conversations = await play(id);
    console.log(`Scenario ${id}\n\n${showConversations(conversations)}`);
    for (const notice of await readNotices(inspection.panel)) console.log(`\nNotice: ${notice}`);
    await writeOutput(inspection, files, id);
  });
}

/** Runs every scenario in one browser, and prints one table. */
export async function runAllScenarios(mapping: string | null): Promise<void> {
  await onDemoPage(mapping, async (_, play) => {
    const rows: string[][] = [];
    for (const id of SCENARIO_IDS) {
      const conversations = await play(id);
      rows.push([id, worstVerdict(conversations), findingIds(conversations).join(', ') || '–']);
    }
    console.log(formatTable([['scenario', 'verdict', 'findings'], ...rows]));
  });
}

type Play = (id: string) => Promise<readonly ShownConversation[]>;

async function onDemoPage(
  mapping: string | null,
  use: (inspection: Inspection, play: Play) => Promise<void>,
): Promise<void> {
  if (mapping !== null) checkMapping(mapping);
  const extension = await buildExtension();
  const site = await startSite();
  try {
    const inspection = await openInspection({ extension });
    try {
      await use(inspection, (id) =>
        playScenario(inspection, scenarioUrl(site.url, id), mapping ?? mappingOf(id)),
      );
    } finally {
      await inspection.close();
    }
  } finally {
    await site.close();
  }
}

async function playScenario(
  { page, panel }: Inspection,
  url: string,
  mapping: string,
): Promise<readonly ShownConversation[]> {
  await page.goto(url);
  await observeDeclared({ page, panel }, mapping);
  await page.waitForSelector(SCENARIO_DONE);
  // After the page is there: the panel keeps a mapping for each site.
  await importMapping(panel, mapping);
  await settle(panel);
  return readConversations(panel);
}

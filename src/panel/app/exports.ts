import { serializeCapture } from '../../core/capture/capture-file.ts';
import { serializeMapping } from '../../core/mapping/serialize.ts';
import { reportToJson } from '../../core/report/json.ts';
import { buildReport } from '../../core/report/report.ts';
import { lostCount } from '../store/log.ts';
import type { PanelState } from '../store/state.ts';
import { fileName } from './files.ts';

export type ExportKind = 'report' | 'capture' | 'mapping';

/** What is shown, as a file of some kind; nothing when there is nothing of that kind. */
export function exportFile(kind: ExportKind, state: PanelState): TextFile | null {
  switch (kind) {
    case 'report':
      return reportFile(state);
    case 'capture':
      return captureFile(state);
    case 'mapping':
      return mappingFile(state);
  }
}

interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** What is shown, as a report: the same verdicts, in JSON. */
function reportFile({ shown, reading, mapping, site }: PanelState): TextFile {
  const report = buildReport({
    url: shown.top?.url ?? '',
    conversations: reading.conversations,
    notices: shown.notices,
    events: shown.events.length,
    lost: lostCount(shown),
  });
  return {
    name: fileName(site, 'report'),
    text: reportToJson(report, { redact: true, mapping: mapping.present }),
  };
}

/** The events that are shown, as a capture file. */
function captureFile({ shown, mapping, site }: PanelState): TextFile {
  const documents = [...shown.documents.values()].map(({ info }) => info);
  return {
    name: fileName(site, 'capture'),
    text: serializeCapture(
      { documents, events: shown.events.slice(0), lost: lostCount(shown) },
      { redact: true, mapping: mapping.present },
    ),
  };
}

/** The mapping; nothing when there is none. */
function mappingFile({ mapping, site }: PanelState): TextFile | null {
  return mapping.present === null
    ? null
    : { name: fileName(site, 'mapping'), text: serializeMapping(mapping.present) };
}

import { visible } from '../core/capture/display.ts';
import { STAGES } from '../core/trace/trace.ts';
import type { ShownAttribute, ShownCell, ShownConversation, ShownFinding } from './browser/read-trace.ts';
import { formatTable } from './table.ts';

/** Longer values are cut: a terminal is narrow, and the whole value is in the report. */
const VALUE_WIDTH = 28;

/** Writes out the conversations of a run, each as its trace and what was found in it. */
export function showConversations(conversations: readonly ShownConversation[]): string {
  if (conversations.length === 0) return 'No conversation was started.';
  return conversations
    .map((conversation, index) => {
      const title = `Conversation ${index + 1} of ${conversations.length} · ${conversation.dialect} · ${conversation.verdict}`;
      return [
        title,
        showTrace(conversation.attributes),
        ...showFindings(conversation),
        ...conversation.notes,
      ].join('\n\n');
    })
    .join('\n\n');
}

function showTrace(attributes: readonly ShownAttribute[]): string {
  if (attributes.length === 0) return 'No attribute was seen, and no mapping asks for one.';
  return formatTable([
    ['attribute', 'verdict', ...STAGES],
    ...attributes.map((attribute) => [
      nameOf(attribute),
      attribute.idle ? 'not given' : attribute.verdict,
      ...STAGES.map((stage) => showCell(attribute.cells.find((cell) => cell.stage === stage))),
    ]),
  ]);
}

/** A value says by itself that it was seen; any other state is written out. */
function showCell(cell: ShownCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.value === null) return cell.state;
  const value = cell.value.length > VALUE_WIDTH ? `${cell.value.slice(0, VALUE_WIDTH - 1)}…` : cell.value;
  return cell.state === 'seen' ? value : `${value} (${cell.state})`;
}

function showFindings({ attributes, findings }: ShownConversation): readonly string[] {
  const ofAttributes = attributes.flatMap((attribute) =>
    attribute.findings.map((finding) => showFinding(finding, nameOf(attribute))),
  );
  const all = [...findings.map((finding) => showFinding(finding, 'conversation')), ...ofAttributes];
  return all.length === 0 ? ['Nothing was found wrong.'] : all;
}

function showFinding({ id, severity, message, fix }: ShownFinding, about: string): string {
  return [`${severity}  ${id}  ${about}`, `  ${message}`, `  Fix: ${fix}`].join('\n');
}

/** A page can call an attribute anything, also what a terminal takes for a command. */
const nameOf = ({ namespace, key }: ShownAttribute): string =>
  visible(namespace === '' ? key : `${namespace}.${key}`);

import { parseCapture } from '../../src/core/capture/capture-file.ts';
import type { JudgedConversation } from '../../src/core/checks/finding.ts';
import { judge } from '../../src/core/checks/judge.ts';
import type { Dialect } from '../../src/core/dialects/dialect.ts';
import { DIALECTS } from '../../src/core/dialects/dialects.ts';
import type { Mapping } from '../../src/core/mapping/mapping.ts';
import { createTracer } from '../../src/core/trace/tracer.ts';

/** What the sites of the bench's chats would give; a site has one of them. */
const MAPPINGS = new Map(DIALECTS.map((dialect) => [dialect.id, mappingOf(dialect)]));

function mappingOf({ id, namespaces }: Dialect): Mapping {
  const attributes = namespaces.map(
    (namespace) =>
      ({
        key: 'crm_customer_id',
        namespace,
        type: 'string',
        pattern: '^CRM-[0-9]{6}$',
        mapped: true,
      }) as const,
  );
  return { version: 1, name: id, dialect: id, unmapped: 'fail', attributes };
}

/** From the text of a capture file to verdicts. */
export function readAndJudge(text: string): readonly JudgedConversation[] {
  const result = parseCapture(text);
  if (!result.ok) throw new Error('The bench made a capture file that is none.');
  const tracer = createTracer();
  result.capture.events.forEach(tracer.add);
  const judged = tracer
    .conversations()
    .map((conversation) => judge(conversation, MAPPINGS.get(conversation.dialect) ?? null));
  if (judged.length === 0 || judged.some(({ verdict }) => verdict !== 'pass'))
    throw new Error('The bench judged a chat of its own otherwise than it should.');
  return judged;
}

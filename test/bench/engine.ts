import { parseCapture } from '../../src/core/capture/capture-file.ts';
import type { JudgedConversation } from '../../src/core/checks/finding.ts';
import { judge } from '../../src/core/checks/judge.ts';
import { createTracer } from '../../src/core/trace/tracer.ts';

/** From the text of a capture file to verdicts. */
export function readAndJudge(text: string): readonly JudgedConversation[] {
  const result = parseCapture(text);
  if (!result.ok) throw new Error('The bench made a capture file that is none.');
  const tracer = createTracer();
  result.capture.events.forEach(tracer.add);
  const judged = tracer.conversations().map((conversation) => judge(conversation, null));
  if (judged.some(({ attributes }) => attributes.length === 0))
    throw new Error('The bench saw no attribute.');
  return judged;
}

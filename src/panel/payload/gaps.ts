import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import type { Stage } from '../../core/trace/trace.ts';
import { attributeId } from '../store/identity.ts';
import type { Evidence } from './evidence.ts';
import type { Gap } from './lines.ts';
import { firstFrameOut } from './sources.ts';

/** The attributes that should be in this payload, failed to be, and are to be shown as gaps in it. */
export function gapsOf(
  judged: JudgedConversation,
  event: CapturedEvent,
  evidence: readonly Evidence[],
): readonly Gap[] {
  const { dialect } = judged;
  const stage = stageOf(judged, event);
  if (dialect === null || stage === null) return [];
  return judged.attributes.flatMap((attribute) => {
    const id = attributeId(attribute);
    const { namespace, key } = attribute;
    const sent = stage === 'call' ? undefined : dialect.sentPath?.(namespace, key);
    const steps = sent ?? dialect.optionPath(namespace, key);
    const path = steps.join('.');
    const wanted = attribute.row !== undefined && !attribute.idle && attribute.verdict === 'fail';
    const here = evidence.some((item) => item.attribute === id && item.path === path);
    const state = attribute.cells[stage].state;
    return wanted && !here && (state === 'absent' || state === 'misplaced') ? [{ id, steps }] : [];
  });
}

/** The stage at which an event must carry the attributes; `null`: it is not one of those that must. */
function stageOf(judged: JudgedConversation, event: CapturedEvent): Stage | null {
  const { moments } = judged.conversation;
  if (event === moments.get('start-call')) return 'call';
  if (event === moments.get('create')) return event.kind === 'request' ? 'handshake' : 'sent';
  return event === firstFrameOut(judged) ? 'sent' : null;
}

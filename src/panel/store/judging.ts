import type { CapturedEvent } from '../../core/capture/event.ts';
import type { JudgedConversation } from '../../core/checks/finding.ts';
import { judge } from '../../core/checks/judge.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { withPageValues } from '../../core/mapping/page-values.ts';
import type { Conversation } from '../../core/trace/trace.ts';
import type { PageValues } from './page-values.ts';

/** What was read from the page for the conversation that begins with an event. */
export type ValuesOf = (first: CapturedEvent | undefined) => PageValues;

interface Judgement {
  readonly mapping: Mapping | null;
  readonly values: PageValues;
  readonly result: JudgedConversation;
}

/** Judges conversations, each once for all that it is judged by. */
export interface Judging {
  /**
   * The newest are judged first, and one at least.
   * @param until the time (`performance.now()`) at which to stop: the rest stays as it was judged before, if it was
   */
  judgeAll(
    conversations: readonly Conversation[],
    mapping: Mapping | null,
    until: number,
  ): { readonly conversations: readonly JudgedConversation[]; readonly behind: boolean };
}

export function createJudging(valuesOf: ValuesOf): Judging {
  /** A conversation to which nothing was added stays the same object, and so does what was judged of it. */
  const judgements = new WeakMap<Conversation, Judgement>();

  return {
    judgeAll(conversations, mapping, until) {
      let behind = false;
      let judgedOne = false;
      const judgeOnce = (conversation: Conversation): JudgedConversation => {
        const values = valuesOf(conversation.events[0]);
        const known = judgements.get(conversation);
        if (known?.mapping === mapping && known.values === values) return known.result;
        if (known && judgedOne && performance.now() >= until) {
          behind = true;
          return known.result;
        }
        judgedOne = true;
        const result = judge(conversation, mapping && withPageValues(mapping, values));
        judgements.set(conversation, { mapping, values, result });
        return result;
      };
      const judged = conversations.toReversed().map(judgeOnce).reverse();
      return { conversations: judged, behind };
    },
  };
}

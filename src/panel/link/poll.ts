import type { Panel } from '../store/panel.ts';

const PAUSE_MS = 2_500;
/** The longest pause while there is nothing new. */
const LONGEST_PAUSE_MS = 40_000;
/** DevTools does not answer at all while the tab shows a page of the browser's own. */
const DEADLINE_MS = 30_000;
/** Of the panel's time, at most one part in this many goes into asking. */
const SHARE = 20;

/**
 * Asks now and then for what nobody tells, only while somebody looks, and ever more seldom while there is nothing new;
 * soon again when another document, a blind spot or a conversation came up.
 *
 * @param ask says whether to ask again soon, though nothing came up. Must not reject.
 */
export async function poll({ store }: Panel, ask: () => Promise<boolean>): Promise<never> {
  let asked = '';
  let pause = PAUSE_MS;
  let allowed = 0;
  let due = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const { log, reading } = store.getState();
    const reasons = `${[...log.documents.keys()].join()} ${log.notices.length} ${reading.conversations.length}`;
    const started = performance.now();
    if (document.visibilityState !== 'visible' || started < (reasons === asked ? due : allowed)) continue;
    const unanswered = new Promise<false>((resolve) => setTimeout(resolve, DEADLINE_MS, false));
    const soon = (await Promise.race([ask(), unanswered])) || reasons !== asked;
    pause = soon ? PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
    asked = reasons;
    const ended = performance.now();
    allowed = ended + (ended - started) * SHARE;
    due = Math.max(allowed, ended + pause);
  }
}

import { happenedCount } from '../store/log.ts';
import type { Panel } from '../store/panel.ts';
import { type AskingOptions, createAsking, PAUSE_MS } from './asking.ts';

interface PollOptions extends AskingOptions {
  /**
   * After so many milliseconds without an answer there will be none: DevTools does not answer at all while the tab shows a page
   * of the browser's own.
   */
  readonly deadline: number;
}

/**
 * Asks now and then for what nobody tells, only while somebody looks, and as often as `asking.ts` says.
 *
 * @param ask says whether to ask again soon, though nothing came up; `null` if it thought better of asking. Must not reject.
 */
export async function poll(
  { store }: Pick<Panel, 'store'>,
  ask: () => Promise<boolean | null>,
  options: PollOptions,
): Promise<never> {
  const asking = createAsking(options);
  const isSeen = watchSight();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const { log, reading } = store.getState();
    const reasons = `${[...log.documents.keys()].join()} ${log.notices.length} ${reading.conversations.length}`;
    const since = performance.now();
    const known = { now: since, reasons, events: happenedCount(log) };
    if (!isSeen() || !asking.isDue(known)) continue;
    const unanswered = new Promise<null>((resolve) => setTimeout(resolve, options.deadline, null));
    const soon = await Promise.race([ask(), unanswered]);
    const now = performance.now();
    // Waiting, in vain or for others, has cost the panel nothing.
    asking.answered({ since: soon === null ? now : since, now, reasons, soon: soon ?? false });
  }
}

/**
 * Whether somebody can look at the panel. Behind another panel of DevTools its document is called visible all the same, but
 * nothing of it intersects with the window. Where that is never told, it is taken to be in sight.
 */
function watchSight(): () => boolean {
  let inSight = true;
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting } of entries) inSight = isIntersecting;
  });
  observer.observe(document.documentElement);
  return () => inSight && document.visibilityState === 'visible';
}

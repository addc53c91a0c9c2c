import type { Panel } from '../store/panel.ts';
import { type AskingOptions, createAsking, PAUSE_MS } from './asking.ts';

/** DevTools does not answer at all while the tab shows a page of the browser's own. */
const DEADLINE_MS = 30_000;

/**
 * Asks now and then for what nobody tells, only while somebody looks, and as often as `asking.ts` says.
 *
 * @param ask says whether to ask again soon, though nothing came up. Must not reject.
 */
export async function poll(
  { store }: Panel,
  ask: () => Promise<boolean>,
  options: AskingOptions,
): Promise<never> {
  const asking = createAsking(options);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const { log, reading } = store.getState();
    const reasons = `${[...log.documents.keys()].join()} ${log.notices.length} ${reading.conversations.length}`;
    const since = performance.now();
    const known = { now: since, reasons, events: log.events.length };
    if (document.visibilityState !== 'visible' || !asking.isDue(known)) continue;
    const unanswered = new Promise<false>((resolve) => setTimeout(resolve, DEADLINE_MS, false));
    const soon = await Promise.race([ask(), unanswered]);
    asking.answered({ since, now: performance.now(), reasons, soon });
  }
}

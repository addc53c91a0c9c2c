import browser from 'webextension-polyfill';
import { webSocketsOf } from '../../core/capture/har.ts';
import type { Panel } from '../store/panel.ts';
import { createWireReader } from '../store/wire.ts';

const PAUSE_MS = 2_500;
/** The longest pause while every socket that the network saw is hooked. */
const LONGEST_PAUSE_MS = 40_000;
/** Of the panel's time, at most one part in this many goes into asking. */
const SHARE = 20;

/**
 * Asks the network, now and then, which sockets it saw: those that no hook saw are added to the log. The answer holds
 * every frame of the page and may take seconds on a busy one, so it is asked only while somebody looks, and ever more
 * seldom while it says nothing new; soon again when another document or a worker is told of.
 */
export async function watchWire(panel: Panel): Promise<never> {
  const reader = createWireReader();
  let asked = '';
  let pause = PAUSE_MS;
  let allowed = 0;
  let due = 0;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const { documents, notices } = panel.store.getState().log;
    const reasons = `${[...documents.keys()].join()} ${notices.length}`;
    const started = performance.now();
    if (document.visibilityState !== 'visible' || started < (reasons === asked ? due : allowed)) continue;
    // A browser that has nothing to say now may have later.
    const sockets = webSocketsOf(await browser.devtools.network.getHAR().catch(() => null));
    for (const received of reader.read(sockets, panel.store.getState().log, Date.now()))
      panel.intake.take(received);
    const news = reader.unhooked > 0 || reasons !== asked;
    pause = news ? PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
    asked = reasons;
    const ended = performance.now();
    allowed = ended + (ended - started) * SHARE;
    due = Math.max(allowed, ended + pause);
  }
}

import browser from 'webextension-polyfill';
import { webSocketsOf } from '../../core/capture/har.ts';
import type { Panel } from '../store/panel.ts';
import { createWireReader } from '../store/wire.ts';

/** Of the panel's time, at most one part in this many goes into asking the network. */
const SHARE = 20;
const PAUSE_MS = 2_500;

/**
 * Asks the network, now and then, which sockets it saw: those that no hook saw are added to the log. The first answer
 * may take seconds on a busy page, so it is asked seldom, and only while somebody looks.
 */
export async function watchWire(panel: Panel): Promise<never> {
  const reader = createWireReader();
  for (;;) {
    const started = performance.now();
    if (document.visibilityState === 'visible') {
      // A browser that has nothing to say now may have later.
      const sockets = webSocketsOf(await browser.devtools.network.getHAR().catch(() => null));
      for (const received of reader.read(sockets, panel.store.getState().log, Date.now()))
        panel.intake.take(received);
    }
    const pause = Math.max(PAUSE_MS, (performance.now() - started) * SHARE);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

import browser from 'webextension-polyfill';
import { webSocketsOf } from '../../core/capture/har.ts';
import type { Panel } from '../store/panel.ts';
import { createWireReader } from '../store/wire.ts';
import { poll } from './poll.ts';

/**
 * Asks the network which sockets it saw: those that no hook saw are added to the log. The answer holds every frame of
 * the page and may take seconds on a busy one.
 */
export function watchWire(panel: Panel): Promise<never> {
  const reader = createWireReader();
  const ask = async (): Promise<boolean> => {
    // A browser that has nothing to say now may have later.
    const sockets = webSocketsOf(await browser.devtools.network.getHAR().catch(() => null));
    for (const received of reader.read(sockets, panel.store.getState().log, Date.now()))
      panel.intake.take(received);
    return reader.unhooked > 0;
  };
  return poll(panel, ask, { sparesStreams: true });
}

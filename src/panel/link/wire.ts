import browser from 'webextension-polyfill';
import { webSocketsOf } from '../../core/capture/har.ts';
import { happenedCount } from '../store/log.ts';
import type { Panel } from '../store/panel.ts';
import { createWireReader } from '../store/wire.ts';
import { LARGE, STREAM } from './asking.ts';
import { poll } from './poll.ts';

/** A large answer takes its time. */
const DEADLINE_MS = 30_000;
/** How often it is looked whether what the relays sent has been taken in. */
const LOOK_MS = 100;

/**
 * Asks the network which sockets it saw: those that no hook saw are added to the log. The answer holds every frame of
 * the page and may take seconds on a busy one.
 *
 * @param askRelays asks the content scripts of the tab for what they have
 */
export function watchWire(panel: Panel, askRelays: () => Promise<void>): Promise<never> {
  const reader = createWireReader();
  const happened = (): number => happenedCount(panel.store.getState().log);
  /** On a busy machine nothing may arrive for many seconds from a page that streams: the relays know better. */
  const streams = async (): Promise<boolean> => {
    const known = happened();
    await askRelays();
    while (panel.intake.behind && happened() - known <= STREAM)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    return happened() - known > STREAM;
  };
  const ask = async (): Promise<boolean | null> => {
    if (happened() > LARGE && (await streams())) return null;
    // A browser that has nothing to say now may have later.
    const sockets = webSocketsOf(await browser.devtools.network.getHAR().catch(() => null));
    // The hooks' own word of a socket may be among them.
    if (panel.intake.behind) return true;
    const { received, suspects } = reader.read(sockets, panel.store.getState().log);
    for (const message of received) panel.intake.take(message);
    if (suspects) await askRelays();
    return suspects || reader.unhooked > 0;
  };
  return poll(panel, ask, { sparesStreams: true, deadline: DEADLINE_MS });
}

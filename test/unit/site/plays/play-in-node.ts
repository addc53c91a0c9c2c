import { vi } from 'vitest';
import type { WebSocket } from 'ws';
import type { CapturedEvent } from '../../../../src/core/capture/event.ts';
import { OBSERVED_URLS } from '../../../../src/core/dialects/observed.ts';
import type { Mapping } from '../../../../src/core/mapping/mapping.ts';
import { tapsOf } from '../../../../src/core/mapping/taps.ts';
import { serveMessenger } from '../../../site/page/messenger/serve.js';
import { playOf } from '../../../site/page/scenarios/play.js';
import type { Play, Visit } from '../../../site/page/visit.ts';
import type { Scenario } from '../../../site/scenarios.ts';
import type { Site } from '../../../site/server.ts';
import { EventLog } from './event-log.ts';
import { tapFetch, tapGlobal, tapSockets } from './taps.ts';

/**
 * Plays a scenario of the demo page in this process, over real requests and sockets to the demo tenant. A frame of another
 * origin is the one thing that is not to be had here: what runs in it runs beside the page.
 *
 * @param mapping what it declares is observed as well
 * @returns what the extension would have seen of the page that was loaded last
 */
export async function playInNode(
  scenario: Pick<Scenario, 'id' | 'dialect'>,
  site: Site,
  mapping: Mapping,
): Promise<readonly CapturedEvent[]> {
  const play = await playOf(scenario);
  const log = new EventLog();
  const sockets: WebSocket[] = [];
  const ports: MessagePort[] = [];
  const leave = (): void => {
    for (const socket of sockets) socket.terminate();
    for (const port of ports) port.close();
  };
  const { globals, urls } = tapsOf(mapping) ?? { globals: [], urls: '(?!)' };
  const untap = ['cxone', 'Genesys', ...globals].map((name) => tapGlobal(log, name));
  vi.stubGlobal('WebSocket', tapSockets(log, sockets));
  vi.stubGlobal('fetch', tapFetch(log, site.url, new RegExp(`${OBSERVED_URLS.source}|${urls}`)));
  const page = { storage: createStorage(), openFrame: () => openFrame(site.otherOrigin, ports) };
  try {
    const visit = { tell: () => undefined, origin: site.url, ...page };
    if (await load(play, { ...visit, again: false })) {
      leave();
      log.leave();
      await load(play, { ...visit, again: true });
    }
    return log.current();
  } finally {
    leave();
    vi.unstubAllGlobals();
    for (const remove of untap) remove();
  }
}

/** Plays one loading of the page. Resolves, once it is over, with whether the page wants to be loaded anew. */
function load(play: Play, visit: Omit<Visit, 'reload'>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const reload = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    play({ ...visit, reload }).then(() => resolve(false), reject);
  });
}

function createStorage(): Visit['storage'] {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
  };
}

async function openFrame(origin: string, ports: MessagePort[]): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serveMessenger(port2, origin);
  return port1;
}

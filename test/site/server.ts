import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import mapping from './demo.mapping.json' with { type: 'json' };
import { type Origins, respond } from './http/respond.ts';
import { serveStreams } from './http/streams.ts';
import { delay } from './tenant/delay.ts';
import { Tenant } from './tenant/tenant.ts';

/** The running demo: page and tenant. `otherOrigin` is the cross-origin twin, where the widget's frame lives. */
export interface Site extends Origins {
  readonly tenant: Tenant;
  close(): Promise<void>;
}

/** How long a late repair takes to be applied: long enough to be seen, short enough to wait for. */
const REPAIR_DELAY_MS = 300;

async function listen(server: Server, port: number): Promise<number> {
  // Loopback only: the demo hands out tokens to anybody who asks.
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The demo server has no TCP port.');
  return address.port;
}

/**
 * Starts the demo page and the demo tenant on one port of this machine (0, the default: any free one). Rejects when
 * the port is taken.
 */
export async function startSite(options: { readonly port?: number } = {}): Promise<Site> {
  const repairs = delay(REPAIR_DELAY_MS);
  const tenant = new Tenant(mapping.attributes, repairs.later);
  const origins = { url: '', otherOrigin: '' };
  const server = createServer(respond(tenant, () => origins));
  const endStreams = serveStreams(server, tenant);
  const port = await listen(server, options.port ?? 0);
  origins.url = `http://localhost:${port}`;
  origins.otherOrigin = `http://127.0.0.1:${port}`;

  return {
    ...origins,
    tenant,
    async close() {
      repairs.cancel();
      endStreams();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

import type { Tenant } from '../../tenant/tenant.ts';
import { problem } from '../answer.ts';
import { acmeGateway } from './acme-gateway.ts';
import { cxoneDigital } from './cxone-digital.ts';
import type { Admission, Door, Target } from './door.ts';
import { eventStream } from './event-stream.ts';
import { genesysWebChat } from './genesys-web-chat.ts';
import { genesysWebMessaging } from './genesys-web-messaging.ts';

const DOORS: readonly Door[] = [eventStream, cxoneDigital, genesysWebMessaging, genesysWebChat, acmeGateway];

/** Whether a socket may be opened: what the protocol says whose address it is, or 404. */
export function admit(tenant: Tenant, target: Target): Admission {
  for (const door of DOORS) {
    const admission = door(tenant, target);
    if (admission) return admission;
  }
  const answer = problem({
    status: 404,
    code: 'not-found',
    message: 'The socket was not opened.',
    reason: `No protocol has a socket at ${target.path}.`,
    action: 'Open the address that the SDK of your protocol would open.',
  });
  return { ok: false, answer };
}

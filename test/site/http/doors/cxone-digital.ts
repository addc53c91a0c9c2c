import { findChannel } from '../../tenant/cxone-digital/channel.ts';
import { Gateway } from '../../tenant/cxone-digital/gateway.ts';
import { problem } from '../answer.ts';
import type { Door } from './door.ts';

/** Where the gateway leaves events that are too large for a socket. */
export const OBJECTS_PATH = '/chat/1.0/objects/';

/** The gateway of CXone Digital: everything is in the query, and the visitor's id is what it takes for a name. */
export const cxoneDigital: Door = (tenant, { path, query, origin }) => {
  if (path !== '/' || !query.has('brandId')) return null;
  const channel = findChannel(query.get('brandId'), query.get('channelId'));
  const token = query.get('transactionToken');
  const customerId = query.get('customerId') ?? (token && tenant.digital.customerOf(token));
  if (!channel || !customerId) {
    const answer = problem({
      status: 403,
      code: 'authorization.failed',
      message: 'The gateway was not opened.',
      reason: channel ? 'The query names no customer.' : 'There is no such channel of this brand.',
      action: 'Open it with brandId, channelId and customerId, or a transactionToken, in the query.',
    });
    return { ok: false, answer };
  }
  const { digital: brand } = tenant;
  const addressOf = (object: string): string => `${origin}${OBJECTS_PATH}${object}`;
  return { ok: true, open: (send) => new Gateway({ brand, channel, customerId, addressOf, send }) };
};

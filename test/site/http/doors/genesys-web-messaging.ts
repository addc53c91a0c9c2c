import { findDeployment } from '../../tenant/genesys-web-messaging/deployment.ts';
import { GuestSession } from '../../tenant/genesys-web-messaging/session.ts';
import { problem } from '../answer.ts';
import type { Door } from './door.ts';

/** The guest API of Genesys web messaging, for whoever names a deployment. */
export const genesysWebMessaging: Door = (tenant, { path, query }) => {
  if (path !== '/v1') return null;
  const deployment = findDeployment(query.get('deploymentId'));
  if (!deployment) {
    const answer = problem({
      status: 400,
      code: 'deployment.unknown',
      message: 'The guest API was not opened.',
      reason: 'There is no such deployment.',
      action: 'Put the id of a deployment into the query as deploymentId.',
    });
    return { ok: false, answer };
  }
  return { ok: true, open: (send) => new GuestSession(deployment, tenant.guests, send) };
};

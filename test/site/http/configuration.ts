import { channelConfiguration, findChannel } from '../tenant/cxone-digital/channel.ts';
import { deploymentConfiguration, findDeployment } from '../tenant/genesys-web-messaging/deployment.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json } from './answer.ts';
import { notFound } from './body.ts';

/** `GET /chat/1.0/brand/{brandId}/channel/{channelId}`: the custom fields that are defined for a channel. */
export function readChannel(brandId: string, channelId: string): Answer {
  const channel = findChannel(brandId, channelId);
  if (channel) return json(200, channelConfiguration(channel));
  return notFound(
    'The channel was not read.',
    `Brand ${brandId} has no channel ${channelId}.`,
    'Use the ids of your channel.',
  );
}

/** `GET /chat/1.0/objects/{id}`: an event that was too large for the socket. */
export function readObject(tenant: Tenant, id: string): Answer {
  const event = tenant.digital.offloaded(id);
  if (event) return json(200, event);
  return notFound('The event was not read.', `There is no object ${id}.`, 'Use the address of the event.');
}

/** `GET /webdeployments/v1/deployments/{id}/config.json`: what a Messenger needs to know to start. */
export function readDeployment(id: string): Answer {
  const deployment = findDeployment(id);
  if (deployment) return json(200, deploymentConfiguration(deployment));
  return notFound(
    'The deployment was not read.',
    `There is no deployment ${id}.`,
    'Use the id of your deployment.',
  );
}

import { asArray } from '../tenant/cxone-digital/fields.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json } from './answer.ts';
import { notFound } from './body.ts';

/**
 * `GET /demo/stored/{id}`: what the backend has stored of a contact (by its thread), of a guest (by his token) or of a
 * guest chat. No vendor has this; it is there so that the demo page can show the end of the story.
 */
export function readStored(tenant: Tenant, id: string): Answer {
  const attributes = storedOf(tenant, id);
  if (attributes) return json(200, { id, attributes });
  return notFound('Nothing was read.', `No conversation is called ${id}.`, 'Start a conversation first.');
}

function storedOf({ digital, guests, guestChats }: Tenant, id: string): object | undefined {
  const contact = digital.find(id)?.last;
  if (contact) return Object.fromEntries(asArray(contact.fields).map(({ ident, value }) => [ident, value]));
  return guests.find(id)?.attributes ?? guestChats.find(id)?.customFields;
}

import { randomUUID } from 'node:crypto';
import { BRAND_ID, type Channel } from './channel.ts';
import { asArray, type FieldValues } from './fields.ts';
import type { Contact, Thread } from './thread.ts';

/** The frames that the gateway sends. */

export interface Identity {
  readonly idOnExternalPlatform: string;
  readonly firstName?: unknown;
  readonly lastName?: unknown;
}

const now = (): string => new Date().toISOString();

const reply = (eventId: string, eventType: string, data: object): object => ({
  eventId,
  postback: { eventType, data },
  createdAt: now(),
});

const push = (eventType: string, data: object, more: object = {}): object => ({
  eventId: randomUUID(),
  ...more,
  eventType,
  createdAt: now(),
  data,
});

const threadOf = ({ id }: Thread): object => ({ idOnExternalPlatform: id, threadName: '' });

const caseOf = (thread: Thread, { id, status }: Contact): object => ({
  id,
  threadIdOnExternalPlatform: thread.id,
  status,
});

/** The answer to what needs none. */
export const acknowledged = (eventId: string): object => ({ eventId, createdAt: now() });

/** What somebody asked for was not done. There is no such answer to a custom field. */
export const failed = (eventId: string, errorCode: string, errorMessage: string): object => ({
  eventId,
  error: { errorCode, errorMessage, transactionId: randomUUID() },
});

/** The visitor is who he says; `customer` is what is stored of him from earlier visits. */
export const authorized = (eventId: string, consumerIdentity: Identity, customer: FieldValues): object =>
  reply(eventId, 'ConsumerAuthorized', {
    status: 'success',
    consumerIdentity,
    accessToken: { token: `access-${randomUUID()}`, expiresIn: 3600 },
    customer: { customFields: asArray(customer) },
    contact: { customFields: [] },
  });

/** A contact was opened. It shows the fields of the case, and none of the customer's. */
export const caseCreated = (channel: Channel, thread: Thread, contact: Contact): object =>
  push(
    'CaseCreated',
    {
      brand: { id: BRAND_ID },
      channel: { id: channel.id },
      case: { ...caseOf(thread, contact), customFields: asArray(contact.fields) },
      thread: threadOf(thread),
    },
    { eventObject: 'Case' },
  );

/** Everything that is stored of a thread. */
export const recovered = (
  eventId: string,
  eventType: 'LivechatRecovered' | 'ThreadRecovered',
  thread: Thread,
  contact: Contact,
  customer: FieldValues,
): object =>
  reply(eventId, eventType, {
    contact: {
      ...caseOf(thread, contact),
      createdAt: contact.createdAt,
      customFields: asArray(contact.fields),
    },
    customer: { customFields: asArray(customer) },
    messages: [],
    inboxAssignee: null,
    ownerAssignee: null,
    thread: { id: `t-${thread.id}`, ...threadOf(thread) },
    messagesScrollToken: '',
    contactHistory: [],
  });

export const statusChanged = (thread: Thread, contact: Contact): object =>
  push('CaseStatusChanged', { case: { ...caseOf(thread, contact), statusUpdatedAt: now() } });

/** A message of the agent. */
export const messageCreated = (thread: Thread, contact: Contact, text: string): object =>
  push('MessageCreated', {
    case: caseOf(thread, contact),
    thread: threadOf(thread),
    message: {
      id: randomUUID(),
      direction: 'outbound',
      messageContent: { type: 'TEXT', payload: { text } },
    },
  });

/** A welcome, with fields that the page is to hand over with the chat. */
export const proactiveAction = (): object =>
  push(
    'FireProactiveAction',
    {
      destination: { id: 'dc5b212b' },
      proactiveAction: {
        action: {
          actionId: 'a1',
          actionName: 'welcome',
          actionType: 'WelcomeMessage',
          data: {
            content: { bodyText: 'Hi' },
            handover: { customFields: [{ ident: 'campaign', value: 'autumn' }] },
          },
        },
      },
    },
    { eventObject: 'ChatWindow' },
  );

/** The event itself is at an address. */
export const inS3 = (url: string, eventType: string): object =>
  push('EventInS3', { s3Object: { url }, originEvent: { eventType } });

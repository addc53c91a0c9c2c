import { isObject, type JsonObject, parseJson } from '../json.ts';

/** What a client asks of the gateway, in the words of the web and of the mobile SDKs alike. */
export interface Request {
  readonly eventId: string;
  readonly eventType: string;
  readonly identity: JsonObject;
  readonly data: JsonObject;
}

/** Mobile SDKs say customer where the web says consumer. */
const SAME: Readonly<Record<string, string>> = {
  AuthorizeConsumer: 'AuthorizeCustomer',
  SetCustomerCustomFields: 'SetConsumerCustomFields',
  SetContactCustomFields: 'SetConsumerContactCustomFields',
};

const objectAt = (value: JsonObject, key: string): JsonObject => {
  const found = value[key];
  return isObject(found) ? found : {};
};

/** Reads a frame. `null`: it asks for nothing, and is dropped as everything that is not understood. */
export function readRequest(text: string): Request | 'heartbeat' | null {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const { action, eventId } = parsed.value;
  if (action === 'heartbeat') return 'heartbeat';
  if ((action !== 'register' && action !== 'chatWindowEvent') || typeof eventId !== 'string') return null;
  const payload = objectAt(parsed.value, 'payload');
  const { eventType } = payload;
  if (typeof eventType !== 'string') return null;
  const who = isObject(payload.consumerIdentity) ? 'consumerIdentity' : 'customerIdentity';
  return {
    eventId,
    eventType: SAME[eventType] ?? eventType,
    identity: objectAt(payload, who),
    data: objectAt(payload, 'data'),
  };
}

/** The thread that a request is about. */
export function threadIdOf({ data }: Request): string {
  const id = objectAt(data, 'thread').idOnExternalPlatform;
  return typeof id === 'string' ? id : '';
}

/** Fields that ride in a message, in one of its two scopes. */
export const fieldsOf = ({ data }: Request, scope: 'consumer' | 'consumerContact'): unknown =>
  objectAt(data, scope).customFields;

import { isObject } from '../tenant/json.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, json, problem } from './answer.ts';
import { bodyOf } from './body.ts';
import type { ApiRequest } from './request.ts';

/** Where a page gets the token of a secured session. */
export const TRANSACTION_TOKEN_PATH = '/digital/oauth/token';

/** `POST` with `{ customerIdentity: { idOnExternalPlatform } }`: a token that opens the gateway for this customer. */
export function issueTransactionToken({ digital }: Tenant, request: ApiRequest): Answer {
  const message = 'No token was issued.';
  const body = bodyOf(request, message);
  if (!body.ok) return body.answer;
  const { customerIdentity } = body.value;
  const id = isObject(customerIdentity) ? customerIdentity.idOnExternalPlatform : undefined;
  if (typeof id === 'string' && id !== '')
    return json(200, { transactionToken: digital.issueToken(id), customerIdentity });
  return problem({
    status: 400,
    code: 'field.missing',
    message,
    reason: 'The body names no customer.',
    action: 'Send { "customerIdentity": { "idOnExternalPlatform": "<id>" } }.',
  });
}

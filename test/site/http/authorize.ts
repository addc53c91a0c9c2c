import type { Conversation } from '../tenant/conversation.ts';
import type { Scope } from '../tenant/oauth.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { type Answer, problem } from './answer.ts';

/** What a request wants to do, and the token it shows for it. */
export interface Claim {
  /** `The conversation was not read.` */
  readonly message: string;
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  readonly scope: Scope;
  /** The conversation whose own session token is good enough. */
  readonly session?: Conversation;
}

/** Looks at the Bearer token of a request. Returns the refusal, or `undefined` when the request may go on. */
export function authorize(tenant: Tenant, claim: Claim): Answer | undefined {
  const { message, scope } = claim;
  const action = `Send "Authorization: Bearer <token>" with an OAuth token of scope ${scope} (here: POST /oauth/token with scope=${scope}).`;
  const refuse = (status: 401 | 403, code: string, error: string, reason: string): Answer => {
    const challenge = `Bearer${error && ` error="${error}", scope="${scope}"`}`;
    return problem({ status, code, message, reason, action }, { 'www-authenticate': challenge });
  };

  if (claim.authorization === undefined) {
    return refuse(401, 'token.missing', '', 'The request has no Authorization header.');
  }
  const token = /^Bearer +(\S+)$/i.exec(claim.authorization)?.[1];
  if (token === undefined) {
    return refuse(
      401,
      'token.malformed',
      '',
      'The Authorization header is not of the form "Bearer <token>".',
    );
  }
  if (claim.session?.token === token) return undefined;
  if (tenant.isSessionToken(token)) {
    return refuse(
      403,
      'token.session',
      'insufficient_scope',
      'The token is the session token of a chat, which does not allow this.',
    );
  }
  const granted = tenant.oauth.scopesOf(token);
  if (granted === undefined) {
    return refuse(401, 'token.unknown', 'invalid_token', 'This tenant did not issue the token.');
  }
  if (!granted.has(scope)) {
    const held = [...granted].join(' ') || 'no scope at all';
    return refuse(403, 'token.scope', 'insufficient_scope', `The token has ${held}, and not ${scope}.`);
  }
  return undefined;
}
